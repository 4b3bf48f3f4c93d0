//! The fate of each priority: from its link, from what the later report says it continues, from its status.

use super::{Change, Fate, fields};
use crate::align::{How, Link, Part, Profile, SURE, align, continued, is_retitled, parts};
use crate::form::{Form, Status};
use crate::report::Priority;

/// How the priorities of two reports hang together.
pub(super) struct Ties<'a> {
    earlier: &'a [Priority],
    later: &'a [Priority],
    /// For each later priority, the link to its earlier one.
    links: Vec<Option<Link>>,
    /// For each later priority, the earlier ones that its `continues` names.
    named: Vec<Vec<usize>>,
    /// For each earlier priority, the later ones that are linked to it or name it.
    heirs: Vec<Vec<usize>>,
    /// For each earlier priority, whether it is linked.
    linked: Vec<bool>,
    /// The merges and splits that only the outcomes tell.
    parts: Vec<Part>,
}

impl<'a> Ties<'a> {
    /// The ties between the priorities of two reports.
    pub(super) fn of(earlier: &'a [Priority], later: &'a [Priority], form: &Form) -> Ties<'a> {
        let mut ties = Ties {
            earlier,
            later,
            links: vec![None; later.len()],
            named: continued(earlier, later),
            heirs: vec![Vec::new(); earlier.len()],
            linked: vec![false; earlier.len()],
            parts: Vec::new(),
        };
        let (before, after) = (Profile::all(earlier, form), Profile::all(later, form));
        let links = align(&before, &after);
        let stated = |part: &Part| {
            ties.named
                .iter()
                .enumerate()
                .any(|(at, named)| !named.is_empty() && at == part.later || named.contains(&part.earlier))
        };
        ties.parts = parts(&before, &after, &links).into_iter().filter(|part| !stated(part)).collect();
        for link in links {
            ties.links.get_mut(link.later).into_iter().for_each(|place| *place = Some(link));
            ties.linked.get_mut(link.earlier).into_iter().for_each(|place| *place = true);
        }
        for (at, (link, named)) in ties.links.iter().zip(&ties.named).enumerate() {
            let linked = link.map(|link| link.earlier);
            for before in linked.into_iter().chain(named.iter().copied().filter(|before| Some(*before) != linked)) {
                ties.heirs.get_mut(before).into_iter().for_each(|heirs| heirs.push(at));
            }
        }
        for part in ties.parts.iter().filter(|part| part.sure >= SURE) {
            ties.heirs.get_mut(part.earlier).into_iter().for_each(|heirs| heirs.push(part.later));
        }
        ties
    }

    /// Whether an earlier priority has a later one of its own.
    pub(super) fn goes_on(&self, earlier: usize) -> bool {
        self.linked.get(earlier) == Some(&true)
    }

    fn heirs(&self, earlier: usize) -> &[usize] {
        self.heirs.get(earlier).map_or(&[], Vec::as_slice)
    }

    /// What happened to a priority of the later report, its sections aside.
    pub(super) fn of_later(&self, at: usize, later: &'a Priority) -> Change<'a> {
        let link = self.links.get(at).copied().flatten();
        let earlier = link.and_then(|link| self.earlier.get(link.earlier));
        let named = self.named.get(at).map_or(&[][..], Vec::as_slice);
        let parts = self.parts.iter().filter(|part| part.later == at && part.sure >= SURE);
        let others = named.iter().copied().chain(parts.clone().map(|part| part.earlier));
        let others = others.filter(|before| link.is_none_or(|l| l.earlier != *before));
        let from: Vec<&Priority> = others.filter_map(|before| self.earlier.get(before)).collect();
        let heirs = link.map_or(&[][..], |link| self.heirs(link.earlier));
        let ended = link.and_then(|_| stated(later));
        let fate = match (earlier, ended) {
            (_, Some(fate)) => fate,
            // It names only what another priority carries on already: a part that was split off.
            (None, None) if !from.is_empty() => Fate::Split,
            (None, None) => Fate::New,
            (Some(_), None) if heirs.len() > 1 => Fate::Split,
            (Some(earlier), None) if is_retitled(earlier, later) => Fate::Retitled,
            (Some(_), None) => Fate::Continued,
        };
        let said = (link.is_none() && !named.is_empty()).then_some((How::Continues, 1.0));
        let told = link.map(|link| (link.how, link.sure)).or(said);
        let told = told.or_else(|| parts.clone().map(|part| (How::Outcomes, part.sure)).next());
        let like = self.parts.iter().find(|part| part.later == at && link.is_none() && part.sure < SURE);
        Change {
            fate,
            how: told.map(|told| told.0),
            sure: told.map_or(0.0, |told| told.1),
            like: like.and_then(|part| self.earlier.get(part.earlier)),
            earlier,
            later: Some(later),
            from,
            into: match (heirs.len() > 1, ended) {
                (false, _) => Vec::new(),
                (true, None) => self.all(heirs),
                // What is reported once more as merged or split went into the others, not into itself.
                (true, Some(_)) => self.all(&heirs.iter().copied().filter(|heir| *heir != at).collect::<Vec<_>>()),
            },
            named: None,
            fields: earlier.map_or_else(Vec::new, |earlier| fields::of_priority(earlier, later)),
            sections: Vec::new(),
        }
    }

    /// What happened to a priority that [goes on](Ties::goes_on) no more, its sections aside.
    pub(super) fn of_gone(&self, at: usize, earlier: &'a Priority) -> Change<'a> {
        let heirs = self.heirs(at);
        // Its own report's word outranks what another says that it continues, or has of its outcomes.
        let fate = stated(earlier).unwrap_or(match heirs {
            [] => Fate::Dropped,
            [_] => Fate::Merged,
            _ => Fate::Split,
        });
        let part = self.parts.iter().find(|part| part.earlier == at && self.goes_to(part));
        let by_outcomes = part.filter(|part| part.sure >= SURE).map(|part| (How::Outcomes, part.sure));
        let told = by_outcomes.or_else(|| (!heirs.is_empty()).then_some((How::Continues, 1.0)));
        let like = part.filter(|part| part.sure < SURE);
        Change {
            fate,
            how: told.map(|told| told.0),
            sure: told.map_or(0.0, |told| told.1),
            like: like.and_then(|part| self.later.get(part.later)),
            earlier: Some(earlier),
            later: None,
            from: Vec::new(),
            into: self.all(heirs),
            named: None,
            fields: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Whether a part that has gone is one of a priority that goes on, and not of one that is new itself.
    fn goes_to(&self, part: &Part) -> bool {
        self.links.get(part.later).is_some_and(Option::is_some)
    }

    fn all(&self, heirs: &[usize]) -> Vec<&'a Priority> {
        heirs.iter().filter_map(|heir| self.later.get(*heir)).collect()
    }
}

/// The fate that a priority's own status states, if it has ended.
fn stated(priority: &Priority) -> Option<Fate> {
    match priority.known_status()? {
        Status::HandedOver => Some(Fate::HandedOver),
        Status::Merged => Some(Fate::Merged),
        Status::Split => Some(Fate::Split),
        Status::Closed => Some(Fate::Closed),
        Status::New | Status::Ongoing | Status::OnHold => None,
    }
}
