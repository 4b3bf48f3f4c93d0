//! The fate of each priority: from its link, from what the later report says it continues, from its status.

use super::{Change, Fate, fields};
use crate::align::{How, Link, align, continued};
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
        };
        for link in align(earlier, later, form) {
            ties.links.get_mut(link.later).into_iter().for_each(|place| *place = Some(link));
            ties.linked.get_mut(link.earlier).into_iter().for_each(|place| *place = true);
        }
        for (at, (link, named)) in ties.links.iter().zip(&ties.named).enumerate() {
            let linked = link.map(|link| link.earlier);
            for before in linked.into_iter().chain(named.iter().copied().filter(|before| Some(*before) != linked)) {
                ties.heirs.get_mut(before).into_iter().for_each(|heirs| heirs.push(at));
            }
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
        let others =
            self.named.get(at).into_iter().flatten().filter(|before| link.is_none_or(|l| l.earlier != **before));
        let from: Vec<&Priority> = others.filter_map(|before| self.earlier.get(*before)).collect();
        let heirs = link.map_or(&[][..], |link| self.heirs(link.earlier));
        let ended = link.and_then(|_| stated(later));
        let fate = match (earlier, ended) {
            (_, Some(fate)) => fate,
            // It names only what another priority carries on already: a part that was split off.
            (None, None) if !from.is_empty() => Fate::Split,
            (None, None) => Fate::New,
            (Some(_), None) if heirs.len() > 1 => Fate::Split,
            (Some(earlier), None) if fields::retitled(earlier, later) => Fate::Retitled,
            (Some(_), None) => Fate::Continued,
        };
        let said = (link.is_none() && !from.is_empty()).then_some(How::Continues);
        Change {
            fate,
            how: link.map(|link| link.how).or(said),
            sure: link.map_or(if said.is_some() { 1.0 } else { 0.0 }, |link| link.sure),
            earlier,
            later: Some(later),
            from,
            into: if heirs.len() > 1 { self.all(heirs) } else { Vec::new() },
            fields: earlier.map_or_else(Vec::new, |earlier| fields::of_priority(earlier, later)),
            sections: Vec::new(),
        }
    }

    /// What happened to a priority that [goes on](Ties::goes_on) no more, its sections aside.
    pub(super) fn of_gone(&self, at: usize, earlier: &'a Priority) -> Change<'a> {
        let heirs = self.heirs(at);
        let fate = match heirs {
            [] => stated(earlier).unwrap_or(Fate::Dropped),
            [_] => Fate::Merged,
            _ => Fate::Split,
        };
        let how = (!heirs.is_empty()).then_some(How::Continues);
        Change {
            fate,
            how,
            sure: if how.is_some() { 1.0 } else { 0.0 },
            earlier: Some(earlier),
            later: None,
            from: Vec::new(),
            into: self.all(heirs),
            fields: Vec::new(),
            sections: Vec::new(),
        }
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
