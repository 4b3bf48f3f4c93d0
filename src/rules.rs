//! The list of rules: one line a rule, in the order of the table in the README.

#![expect(rustdoc::invalid_codeblock_attributes, reason = "an example in a rule's page may name its file")]

use crate::rule::Rule;
pub use small_number::threshold;

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// Every rule.
        pub const ALL: &[Rule] = &[$(Rule {
            page: include_str!(concat!("rules/", stringify!($name), ".rs")),
            ..$name::RULE
        }),*];
    };
}

rules! {
    unreadable,
    section_duplicate,
    unknown_field,
    unknown_section,
    text_outside_sections,
    encoding_odd,
    district_missing,
    term_missing,
    term_unclear,
    district_unknown,
    district_contradiction,
    term_contradiction,
    officer_missing,
    status_unknown,
    link_unknown,
    header_form,
    no_priorities,
    priority_untitled,
    section_missing,
    section_empty,
    priority_duplicate,
    template_prompt,
    placeholder_text,
    section_order,
    heading_wording,
    bullet_style,
    vague_date,
    activity_in_future_tense,
    planned_in_past_tense,
    outcome_is_activity,
    too_many_outcomes,
    outcomes_shared,
    impact_without_change,
    impact_without_evidence,
    exit_without_receiver,
    undefined_abbreviation,
    personal_identifier,
    private_contact,
    child_named,
    small_number,
    recoverable_number,
    recoverable_together,
    copied_forward,
    carried_forward,
    priority_dropped,
    link_unsure,
    impact_unchanged,
    planned_not_mentioned,
    retitled_without_link,
    report_duplicate,
    report_missing,
    copied_from_district,
    explanation_unused,
    explanation_without_reason,
    explanation_of_error,
    unknown_setting,
    setting_unclear,
}
