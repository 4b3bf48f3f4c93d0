//! Labels and what they mean. Every heading and key is looked up here, some of them several times, and few
//! labels are as long as each other: by length there is next to nothing to compare, and nothing to hash.

use super::Label;

/// What labels mean, by their length in bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    by_length: Vec<Vec<(String, Label)>>,
}

impl Index {
    /// What a label means; the first meaning that is given for it counts.
    pub(super) fn add(&mut self, words: String, label: Label) {
        if self.get(&words).is_some() {
            return;
        }
        let length = words.len();
        if self.by_length.len() <= length {
            self.by_length.resize_with(length + 1, Vec::new);
        }
        if let Some(row) = self.by_length.get_mut(length) {
            row.push((words, label));
        }
    }

    /// What these very words mean.
    pub(super) fn get(&self, words: &str) -> Option<Label> {
        let row = self.by_length.get(words.len())?;
        row.iter().find(|(known, _)| known == words).map(|(_, label)| *label)
    }
}
