import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const format = "MM/dd/yyyy HH:mm:ss";
const start = luxon.DateTime.now().minus({ hours: 26 }).toFormat(format);
const end = luxon.DateTime.now().minus({ hours: 25 }).toFormat(format);

function choose(field, text) {
    return [
        {
            content: `Look for ${text}`,
            trigger: `.o_field_widget[name=${field}] input`,
            run: `edit ${text}`,
        },
        {
            content: `Choose ${text}`,
            trigger: `.o-autocomplete--dropdown-item:not(.o_m2o_dropdown_option):contains(${text}) > a`,
            run: "click",
        },
    ];
}

function openTab(name) {
    return {
        content: `Open the tab ${name}`,
        trigger: `.o_notebook .nav-link[name=${name}]`,
        run: "click",
    };
}

function assess(criterion) {
    const row = `.o_field_widget[name=assessment_ids] .o_data_row:contains(${criterion})`;
    return [
        {
            content: `Edit the criterion ${criterion}`,
            trigger: `${row} .o_data_cell[name=evidence_text]`,
            run: "click",
        },
        {
            content: "Say what shows it",
            trigger: `.o_selected_row:contains(${criterion}) .o_field_widget[name=evidence_text] textarea`,
            run: "edit Phiếu đánh giá 10 tháng đầu năm 2025",
        },
        {
            content: "Open the verdicts",
            trigger: `.o_selected_row:contains(${criterion}) .o_field_widget[name=verdict] input`,
            run: "click",
        },
        {
            content: "It is met",
            trigger: ".o_select_menu_item:contains(/^Met$/)",
            run: "click",
        },
    ];
}

registry.category("web_tour.tours").add("emulation_unit_leader_tour", {
    url: "/odoo",
    steps: () => [
        stepUtils.showAppsMenuItem(),
        {
            content: "Open the app",
            trigger: ".o_app[data-menu-xmlid='emulation_award.emulation_menu_root']",
            run: "click",
        },
        {
            content: "Open the menu of nominations",
            trigger: "[data-menu-xmlid='emulation_award.emulation_menu_nominations']",
            run: "click",
        },
        {
            content: "Go to the nominations of my units",
            trigger:
                ".o-dropdown-item[data-menu-xmlid='emulation_award.emulation_nomination_menu']",
            run: "click",
        },
        {
            content: "The list is open",
            trigger: ".o_last_breadcrumb_item:contains(Nominations)",
        },
        {
            content: "Nominate somebody",
            trigger: ".o_list_button_add",
            run: "click",
        },
        ...choose("campaign_award_id", "Giấy khen cá nhân"),
        ...choose("employee_id", "Nguyễn Văn a02"),
        {
            content: "Summarise the achievements",
            trigger: ".o_field_widget[name=achievement_summary] textarea",
            run: "edit Rút thời gian chờ của xe hàng từ 3 giờ còn 1 giờ 25 phút.",
        },
        ...stepUtils.saveForm(),
        openTab("sections"),
        {
            content: "Write a section of the report",
            trigger:
                ".o_field_widget[name=section_ids] .o_data_row:contains(THÀNH TÍCH) .o_data_cell[name=content]",
            run: "click",
        },
        {
            trigger: ".o_selected_row .o_field_widget[name=content] textarea",
            run: "edit Điều phối 41.260 lượt phương tiện, đạt 112 % kế hoạch.",
        },
        openTab("criteria"),
        ...assess("Gương mẫu"),
        ...assess("100 % nhiệm vụ"),
        ...stepUtils.saveForm(),
        {
            content: "Hold the meeting of the unit",
            trigger: "button[name=action_open_review]",
            run: "click",
        },
        {
            content: "It began yesterday",
            trigger: ".o_field_widget[name=date_start] button[data-field=date_start]",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=date_start] input[data-field=date_start]",
            run: `edit ${start}`,
        },
        {
            content: "It ended an hour later",
            trigger: ".o_field_widget[name=date_start] input[data-field=date_end]",
            run: `edit ${end} && press Enter`,
        },
        {
            content: "List the people and the nominees",
            trigger: "button[name=action_fill].btn-primary",
            run: "click",
        },
        {
            content: "They are listed",
            trigger: ".o_field_widget[name=line_ids] .o_data_row:contains(Nguyễn Văn a02)",
        },
        ...choose("chair_id", "Nguyễn Văn a00"),
        ...choose("secretary_id", "Nguyễn Văn a01"),
        {
            content: "Count the votes",
            trigger: ".o_field_widget[name=line_ids] .o_data_cell[name=in_favour]",
            run: "click",
        },
        {
            trigger: ".o_selected_row .o_field_widget[name=in_favour] input",
            run: "edit 9",
        },
        {
            trigger: ".o_selected_row .o_field_widget[name=abstain] input",
            run: "edit 1",
        },
        ...stepUtils.saveForm(),
        {
            content: "Close the minutes",
            trigger: "button[name=action_close]",
            run: "click",
        },
        {
            content: "They have been read back",
            trigger: ".modal-footer .btn-primary",
            run: "click",
        },
        {
            content: "They are closed",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(Closed)",
        },
        {
            content: "Go back to the nomination",
            trigger: ".breadcrumb .o_back_button",
            run: "click",
        },
        {
            content: "The unit supports it",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(Supported)",
        },
        {
            content: "Submit the dossier",
            trigger: "button[name=action_submit]:contains(/^Submit$/)",
            run: "click",
        },
        {
            content: "The Office has it now",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(Submitted)",
        },
    ],
});
