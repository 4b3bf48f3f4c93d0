//! What is around every page in HTML: its head with the policy and the style, nothing of which comes from a report but the
//! title. Whoever has a body of their own writes it into this, and it looks as the other pages do.

use super::{escaped, line};
use crate::page::GENERATOR;
use std::io::{self, Write};

/// The look of the page. Its hash stands in the policy below, which lets nothing else in.
const STYLE: &str = include_str!("../html.css");

/// The SHA-256 of the style, in base64, as a browser computes it; a test does too.
const STYLE_HASH: &str = "D133vDyMXj1aBnuk+tWihjgiUIdk27SFrhVlWvkC3aw=";

/// How wide a page is, on the screen and on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Width {
    /// As wide as lines are read well; upright on paper.
    Upright,
    /// As wide as a broad table wants; across on paper.
    Broad,
    /// As wide as its contents beside its parts; upright on paper.
    Led,
}

/// Writes a page whose main part `body` writes, the heading of the title included, as HTML that it has escaped itself. The
/// title is plain words.
///
/// # Errors
/// What `out` and `body` give.
pub fn shell(title: &str, body: impl FnOnce(&mut dyn Write) -> io::Result<()>, out: &mut dyn Write) -> io::Result<()> {
    framed(title, Width::Upright, body, out)
}

/// The same of a width.
pub(super) fn framed(
    title: &str,
    width: Width,
    body: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = escaped(&line(title));
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
         base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "{GENERATOR}")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>")?;
    let opening = match width {
        Width::Upright => "<main>",
        Width::Broad => "<main class=\"broad\">",
        Width::Led => "<main class=\"led\">",
    };
    writeln!(out, "{opening}")?;
    body(out)?;
    writeln!(out, "</main>\n</body>\n</html>")?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let number = three.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for at in 0..4 {
                let letter = LETTERS[(number >> (18 - 6 * at)) as usize & 63];
                text.push(if at > three.len() { '=' } else { char::from(letter) });
            }
        }
        text
    }

    /// The colours of a scheme by their names, as the style has them.
    fn colours(scheme: &str) -> std::collections::HashMap<&str, [f64; 3]> {
        let set = scheme.split("--").skip(1).filter_map(|rest| rest.split_once(": #"));
        let channel = |high: u32, low: u32| {
            let value = f64::from(high * 16 + low) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let colour = |digits: &str| match digits.chars().map(|c| c.to_digit(16).expect("a digit")).collect::<Vec<_>>()[..]
        {
            [r, g, b] => [channel(r, r), channel(g, g), channel(b, b)],
            [r, r2, g, g2, b, b2] => [channel(r, r2), channel(g, g2), channel(b, b2)],
            _ => panic!("{digits} is no colour"),
        };
        set.map(|(name, rest)| (name, colour(rest.split(';').next().expect("a value")))).collect()
    }

    #[test]
    fn colours_stand_out_from_what_they_are_on() {
        let schemes: Vec<&str> =
            STYLE.split(":root {").skip(1).map(|rest| rest.split('}').next().expect("an end")).collect();
        for scheme in &schemes[..2] {
            let colours = colours(scheme);
            let light = |name: &str| {
                let [red, green, blue] = colours[name];
                0.2126 * red + 0.7152 * green + 0.0722 * blue
            };
            let contrast = |a: &str, b: &str| {
                let (a, b) = (light(a), light(b));
                (a.max(b) + 0.05) / (a.min(b) + 0.05)
            };
            for (words, on) in [
                ("ink", "paper"),
                ("soft", "paper"),
                ("ink", "band"),
                ("soft", "band"),
                ("link", "paper"),
                ("add", "add-band"),
                ("gone", "gone-band"),
                ("on-good", "good"),
                ("ink", "unsure-ground"),
                ("ink", "halted-ground"),
                ("ink", "waiting-ground"),
                ("ink", "lacking-ground"),
            ] {
                assert!(contrast(words, on) >= 4.5, "{words} on {on}: {}", contrast(words, on));
            }
            // What is drawn: each tone by its colour, or by the edge that it has.
            for drawn in ["good", "unsure", "halted", "waiting", "lacking"] {
                assert!(contrast(drawn, "paper") >= 3.0, "{drawn}: {}", contrast(drawn, "paper"));
            }
        }
    }

    #[test]
    fn the_policy_lets_the_page_s_own_style_in() {
        assert_eq!(STYLE_HASH, base64(&Sha256::digest(STYLE)), "write this hash into STYLE_HASH");
        let mut page = Vec::new();
        shell("A page", |_| Ok(()), &mut page).expect("memory takes it");
        let page = String::from_utf8(page).expect("text");
        assert!(
            page.contains(&format!("style-src 'sha256-{STYLE_HASH}'"))
                && page.contains(&format!("<style>{STYLE}</style>"))
        );
    }
}
