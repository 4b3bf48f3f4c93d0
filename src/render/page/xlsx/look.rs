//! How cells look: few formats, dark on light, told apart in print without colour.

use crate::page::Tone;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The dark blue of heads and of what is as it should be.
const DARK: u32 = 0x1F_3864;

/// The formats of a sheet.
pub struct Look {
    /// Of the page's title.
    pub title: Format,
    /// Of a heading.
    pub heading: Format,
    /// Of a paragraph.
    pub note: Format,
    /// Of the head of a table, over words and over counts.
    pub head: [Format; 2],
    /// Of words.
    pub words: Format,
    /// Of words that begin like a formula: they stay words when the cell is edited.
    pub guarded: Format,
    /// Of counts.
    pub number: Format,
}

impl Look {
    /// The formats.
    pub fn new() -> Look {
        let top = Format::new().set_align(FormatAlign::Top);
        let wrapped = top.clone().set_text_wrap();
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(DARK))
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        // A step away from the counts in the column before.
        let (words, left) = (wrapped.clone(), head.clone());
        let [words, left] = [words, left].map(|format| format.set_align(FormatAlign::Left).set_indent(1));
        let ruled = |format: Format| {
            format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(0xD9_D9D9))
        };
        Look {
            title: top.clone().set_bold().set_font_size(16).set_font_color(Color::RGB(DARK)),
            heading: top.clone().set_bold().set_font_size(13).set_font_color(Color::RGB(DARK)),
            note: wrapped,
            head: [left, head.set_align(FormatAlign::Right)],
            guarded: ruled(words.clone().set_quote_prefix()),
            words: ruled(words),
            number: ruled(top.set_num_format("0")),
        }
    }

    /// The format of these words.
    pub fn of(&self, words: &str) -> &Format {
        if words.starts_with(['=', '+', '-', '@', '\'']) { &self.guarded } else { &self.words }
    }
}

/// The colour of a part of a chart, light enough from its neighbours for those who tell no red from green.
pub fn colour(tone: Tone) -> Color {
    Color::RGB(match tone {
        Tone::Good => DARK,
        Tone::Unsure => 0x8F_AADC,
        Tone::Halted => 0xFF_C000,
        Tone::Waiting => 0xBF_BFBF,
        Tone::Lacking => 0xC5_5A11,
    })
}
