//! Header fields that changed between two reports or two priorities. Case, punctuation and order do not
//! count as a change.

use crate::align::Folded;
use crate::form::{Field, fold_name};
use crate::report::{Priority, Report};
use crate::source::Text;

/// A field that changed, with what each side states: nothing, or one or several values.
#[derive(Clone, Debug)]
pub struct FieldChange<'a> {
    /// Which field.
    pub field: Field,
    /// The earlier report's values.
    pub earlier: Vec<&'a Text>,
    /// The later report's values.
    pub later: Vec<&'a Text>,
}

/// The fields of the report that changed. The term always does, so it is left out.
pub(super) fn of_report<'a>(earlier: &'a Report, later: &'a Report) -> Vec<FieldChange<'a>> {
    fn values(report: &Report) -> [(Field, Vec<&Text>); 3] {
        [
            (Field::District, report.districts.first().map(|district| &district.stated.text).into_iter().collect()),
            (Field::Officers, report.officers.iter().map(|officer| &officer.text).collect()),
            (Field::Submitted, report.submitted.as_ref().map(|date| &date.text).into_iter().collect()),
        ]
    }
    let mut changes = differing(values(earlier), values(later));
    // Two spellings of one district are one district.
    if same_district(earlier, later) {
        changes.retain(|change| change.field != Field::District);
    }
    changes
}

/// The fields of a priority that changed, other than title, id and `continues`.
pub(super) fn of_priority<'a>(earlier: &'a Priority, later: &'a Priority) -> Vec<FieldChange<'a>> {
    fn values(priority: &Priority) -> [(Field, Vec<&Text>); 4] {
        [
            (Field::Status, priority.status().map(|status| &status.text).into_iter().collect()),
            (Field::Receiver, priority.receiver().into_iter().collect()),
            (Field::Theme, priority.themes().iter().map(|theme| &theme.text).collect()),
            (Field::Scope, priority.scope().iter().collect()),
        ]
    }
    differing(values(earlier), values(later))
}

/// Whether two reports are of one district, or of none.
pub(super) fn same_district(earlier: &Report, later: &Report) -> bool {
    earlier.district().map(fold_name) == later.district().map(fold_name)
}

fn differing<'a, const N: usize>(
    earlier: [(Field, Vec<&'a Text>); N],
    later: [(Field, Vec<&'a Text>); N],
) -> Vec<FieldChange<'a>> {
    let key = |texts: &[&Text]| {
        let mut keys: Vec<String> = texts.iter().map(|text| Folded::of(text.words()).key().to_owned()).collect();
        keys.sort_unstable();
        keys
    };
    let both = earlier.into_iter().zip(later);
    let differ = both.filter(|((_, before), (_, after))| key(before) != key(after));
    differ.map(|((field, earlier), (_, later))| FieldChange { field, earlier, later }).collect()
}
