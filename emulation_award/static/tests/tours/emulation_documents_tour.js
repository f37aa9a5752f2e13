import { registry } from "@web/core/registry";

function openDialog() {
    return [
        {
            content: "Choose all nominations",
            trigger: ".o_list_view thead .o_list_record_selector input",
            run: "click",
        },
        {
            content: "Open the Print menu",
            trigger: ".o_control_panel .o_cp_action_menus .dropdown-toggle:contains(Print)",
            run: "click",
        },
        {
            content: "Choose the document",
            trigger: ".o-dropdown-item:contains(/^Achievement report \\(Word, PDF\\)$/)",
            run: "click",
        },
    ];
}

registry.category("web_tour.tours").add("emulation_documents_tour", {
    steps: () => [
        ...openDialog(),
        {
            content: "Choose ODT",
            trigger: ".modal .o_field_widget[name=text_format] label:contains(ODT)",
            run: "click",
        },
        {
            content: "Download",
            trigger: ".modal .modal-footer button:contains(/^Download$/)",
            run: "click",
        },
        {
            content: "The dialog is closed, the list is still there",
            trigger: "body:not(:has(.modal)) .o_list_view",
        },
    ],
});

registry.category("web_tour.tours").add("emulation_job_tour", {
    steps: () => [
        ...openDialog(),
        {
            content: "Have so many made in the background",
            trigger: ".modal .modal-footer button:contains(/^Make them$/)",
            run: "click",
        },
        {
            content: "The job is shown",
            trigger: ".o_form_view .o_field_widget[name=line_ids] .o_data_row",
        },
        {
            content: "How far it is",
            trigger: ".o_form_view .o_field_widget[name=progress] .o_progressbar",
        },
    ],
});
