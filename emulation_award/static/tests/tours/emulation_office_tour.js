import { user } from "@web/core/user";
import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

function openMenu(section, item) {
    return [
        {
            content: `Open the menu ${section}`,
            trigger: `[data-menu-xmlid='emulation_award.${section}']`,
            run: "click",
        },
        {
            content: `Go to ${item}`,
            trigger: `.o-dropdown-item[data-menu-xmlid='emulation_award.${item}']`,
            run: "click",
        },
    ];
}

function openDossier(nominee) {
    return [
        {
            content: `Open the dossier of ${nominee}`,
            trigger: `.o_data_row:contains(${nominee}) .o_data_cell[name=nominee_name]`,
            run: "click",
        },
        {
            content: "It was submitted",
            trigger: ".o_form_view .o_arrow_button_current:contains(Submitted)",
        },
    ];
}

let printed;

registry.category("web_tour.tours").add("emulation_office_tour", {
    url: "/odoo",
    steps: () => [
        stepUtils.showAppsMenuItem(),
        {
            content: "Open the app",
            trigger: ".o_app[data-menu-xmlid='emulation_award.emulation_menu_root']",
            run: "click",
        },
        ...openMenu("emulation_menu_reporting", "emulation_overview_menu"),
        {
            content: "See how far each unit is",
            trigger: ".o_data_row:contains(Phòng Alpha):contains(Đợt 1)",
        },
        ...openMenu("emulation_menu_nominations", "emulation_nomination_menu_screen"),
        {
            content: "Two dossiers wait",
            trigger: ".o_data_row:contains(Nguyễn Văn a02) ~ .o_data_row:contains(Nguyễn Văn a03)",
        },
        ...openDossier("Nguyễn Văn a02"),
        {
            content: "Return it",
            trigger: "button[name=action_open_return]",
            run: "click",
        },
        {
            content: "Choose what has to be put right",
            trigger:
                ".modal .o_data_row:contains(Summary of achievements) .o_data_cell[name=reason]",
            run: "click",
        },
        {
            trigger: ".modal .o_selected_row .o_field_widget[name=reason] textarea",
            run: "edit Nêu số liệu của từng tháng.",
        },
        {
            content: "Confirm",
            trigger: ".modal-footer button[name=action_confirm]",
            run: "click",
        },
        {
            content: "It is with the unit again",
            trigger: ".o_form_view .o_arrow_button_current:contains(Returned)",
        },
        {
            content: "Go back to the list",
            trigger: ".breadcrumb .o_back_button",
            run: "click",
        },
        {
            content: "One is left",
            trigger: ".o_list_view:not(:has(.o_data_row:contains(Nguyễn Văn a02)))",
        },
        ...openDossier("Nguyễn Văn a03"),
        {
            content: "Accept it",
            trigger: "button[name=action_accept]",
            run: "click",
        },
        {
            content: "It is accepted",
            trigger: ".o_form_view .o_arrow_button_current:contains(Accepted)",
        },
        {
            content: "Catch the print: really a PDF, as outside of tests",
            trigger: ".o_cp_action_menus .dropdown-toggle",
            run() {
                user.updateContext({ force_report_rendering: true });
                const createObjectURL = URL.createObjectURL;
                URL.createObjectURL = (blob) => {
                    printed = blob;
                    return createObjectURL.call(URL, blob);
                };
            },
        },
        {
            content: "Open the actions",
            trigger: ".o_cp_action_menus .dropdown-toggle",
            run: "click",
        },
        {
            content: "Open the prints, where there are several",
            isActive: [".o-dropdown--menu button:contains(Print)"],
            trigger: ".o-dropdown--menu button:contains(Print)",
            run: "hover && click",
        },
        {
            content: "Print the report of achievements",
            trigger: ".o-dropdown-item:contains(Form 08)",
            run: "click",
        },
        {
            content: "A PDF arrived",
            trigger: "body:not(:has(.o_blockUI))",
            async run({ waitUntil }) {
                await waitUntil(() => printed, { timeout: 20000 });
                const head = await printed.slice(0, 5).text();
                if (head !== "%PDF-") {
                    throw new Error(`Expected a PDF, got ${head}`);
                }
            },
        },
    ],
});
