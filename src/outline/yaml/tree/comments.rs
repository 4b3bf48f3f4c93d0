//! Where comments to termwise, and list items, begin: what stands before them and how deep it is set in.

use super::level::{Level, Loose, Shape};
use super::{Tree, trouble};
use crate::outline::yaml::value;
use crate::outline::{Entry, Kind};
use crate::source::{Span, number};
use granit_parser::Placement;

impl Tree<'_> {
    /// Where what starts at `start` begins, its list marker included, and the comments that stand in it.
    pub(super) fn begin(&mut self, start: usize) -> (usize, Vec<Entry>) {
        let Some(level) = self.levels.last() else { return (start, Vec::new()) };
        match level.shape {
            Shape::Map(None) => {
                self.settle();
                (start, Vec::new())
            }
            Shape::Map(Some(_)) | Shape::Document => (start, self.loose.drain(..).map(|l| l.entry).collect()),
            Shape::List => {
                let marker = if level.flow { None } else { self.marker(start) };
                let begin = marker.unwrap_or(start);
                let inside = self.loose.iter().position(|l| marker.is_some() && l.start > begin);
                let inside = self.loose.split_off(inside.unwrap_or(self.loose.len()));
                self.settle();
                self.cursor = marker.map_or(self.cursor, |at| at + 1);
                (begin, inside.into_iter().map(|l| l.entry).collect())
            }
        }
    }

    /// Takes a comment: beside what stands on its line, or to be placed when it is known what follows.
    pub(super) fn comment(&mut self, words: &str, placement: Placement, start: usize, end: usize, column: usize) {
        let (from, to) = (self.from + number(start), self.from + number(end));
        let Some(entry) = value::comment(words, self.id, from, to) else {
            if placement == Placement::Right && self.cuts_words(start) && words.chars().any(char::is_alphanumeric) {
                self.note(trouble::hash(Span::new(self.id, from, to)));
            }
            return;
        };
        let waiting = matches!(self.levels.last(), Some(Level { shape: Shape::Map(Some(_)), .. }));
        let beside = self.levels.last_mut().and_then(|level| level.entries.last_mut()).filter(|last| {
            let ends = (last.span.end - self.from) as usize;
            let between = self.text.get(ends..start).unwrap_or_default();
            last.kind != Kind::Comment && last.span.start < from && !between.contains('\n')
        });
        match beside {
            Some(last) if placement == Placement::Right && !waiting => last.entries.push(entry),
            _ => self.loose.push(Loose { entry, start, column }),
        }
    }

    /// Whether a comment at `start` ends the words of a list item that stand on its line without quotation marks: they
    /// may go on in it. Front matter and settings hold remarks for whoever fills them in.
    fn cuts_words(&self, start: usize) -> bool {
        let is_item = matches!(self.levels.last(), Some(Level { shape: Shape::List, flow: false, .. }));
        let line = self.text.get(..start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        let words = line.trim_start().strip_prefix("- ").map(str::trim_start);
        let bare = words.is_some_and(|words| words.starts_with(char::is_alphanumeric));
        is_item && bare && self.from == 0 && !self.way.verbatim
    }

    /// Gives comments a place in the innermost level, or in the entry before them if they are set in deeper.
    fn settle(&mut self) {
        // There are none in nearly all files.
        if self.loose.is_empty() {
            return;
        }
        let Some(level) = self.levels.last_mut() else { return };
        let before = level.entries.iter().rposition(|e| e.kind != Kind::Comment);
        for loose in self.loose.drain(..) {
            let inside = !level.flow && loose.column > level.column;
            match before.filter(|_| inside).and_then(|at| level.entries.get_mut(at)) {
                Some(last) => last.entries.push(loose.entry),
                None => level.entries.push(loose.entry),
            }
        }
    }

    /// The same at the end of a level, which leaves comments further out to the level around it.
    pub(super) fn settle_inner(&mut self) {
        if self.loose.is_empty() {
            return;
        }
        let Some(level) = self.levels.last() else { return };
        let (flow, column) = (level.flow, level.column);
        let outer = self.loose.iter().position(|l| !flow && l.column < column);
        let outer = self.loose.split_off(outer.unwrap_or(self.loose.len()));
        self.settle();
        self.loose = outer;
    }

    /// The next list marker after the cursor and before `limit`, if nothing but space stands before it.
    pub(super) fn marker(&self, limit: usize) -> Option<usize> {
        let mut at = self.cursor;
        while at < limit {
            let rest = self.text.get(at..)?;
            at += match rest.chars().next()? {
                '-' => return Some(at),
                ' ' | '\t' | '\n' | ':' | '?' => 1,
                '#' => rest.find('\n')?,
                '&' | '!' => rest.find([' ', '\n'])?,
                _ => return None,
            };
        }
        None
    }
}
