//! The words that stand at an entry: none, one text or several. Nearly every entry has one, which is kept in
//! the entry itself.

use crate::source::Text;
use std::ops::Deref;
use std::{option, vec};

/// The words of an entry, in order.
#[derive(Clone, Debug, Default)]
pub enum Body {
    /// No words.
    #[default]
    None,
    /// One text.
    One(Text),
    /// Several texts.
    Several(Vec<Text>),
}

impl Body {
    /// Adds a text at the end.
    pub fn push(&mut self, text: Text) {
        match self {
            Body::None => *self = Body::One(text),
            Body::Several(all) => all.push(text),
            Body::One(_) => {
                let all = std::mem::take(self).into_iter().chain([text]).collect();
                *self = Body::Several(all);
            }
        }
    }

    /// Takes the last text off.
    pub fn pop(&mut self) -> Option<Text> {
        if let Body::Several(all) = self {
            return all.pop();
        }
        std::mem::take(self).into_iter().next()
    }
}

impl Deref for Body {
    type Target = [Text];

    fn deref(&self) -> &[Text] {
        match self {
            Body::None => &[],
            Body::One(text) => std::slice::from_ref(text),
            Body::Several(all) => all,
        }
    }
}

impl From<Text> for Body {
    fn from(text: Text) -> Body {
        Body::One(text)
    }
}

impl From<Option<Text>> for Body {
    fn from(text: Option<Text>) -> Body {
        text.map_or(Body::None, Body::One)
    }
}

impl From<Vec<Text>> for Body {
    fn from(texts: Vec<Text>) -> Body {
        texts.into_iter().collect()
    }
}

impl Extend<Text> for Body {
    fn extend<I: IntoIterator<Item = Text>>(&mut self, texts: I) {
        texts.into_iter().for_each(|text| self.push(text));
    }
}

impl FromIterator<Text> for Body {
    fn from_iter<I: IntoIterator<Item = Text>>(texts: I) -> Body {
        let mut body = Body::None;
        body.extend(texts);
        body
    }
}

impl IntoIterator for Body {
    type Item = Text;
    type IntoIter = std::iter::Chain<option::IntoIter<Text>, vec::IntoIter<Text>>;

    fn into_iter(self) -> Self::IntoIter {
        let (one, several) = match self {
            Body::None => (None, Vec::new()),
            Body::One(text) => (Some(text), Vec::new()),
            Body::Several(all) => (None, all),
        };
        one.into_iter().chain(several)
    }
}
