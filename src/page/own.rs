//! How a page that termwise wrote is known again where it lies among the reports: it quotes them, and read as one it would
//! change the numbers. Markdown and web pages carry a mark; JSON names its writer; plain text is known by how it opens.

/// The last line of a page in Markdown.
pub const MARK: &str = "<!-- written by termwise -->";
/// What stands in the head of a web page.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"termwise\">";

/// Whether termwise wrote this text, as a page of `rollup` or `diff`, or as findings of `lint`.
#[must_use]
pub fn is_own(text: &str) -> bool {
    text.trim_end().ends_with(MARK) || opens_as_own(text.trim_start())
}

fn opens_as_own(text: &str) -> bool {
    let mut lines = text.lines();
    let (Some(first), second) = (lines.next(), lines.next().unwrap_or_default()) else { return false };
    let third = lines.next().unwrap_or_default();
    let is_json = first == "{" && second.trim() == "\"version\": 1," && third.trim_start().starts_with("\"termwise\":");
    let is_web_page = || first.eq_ignore_ascii_case("<!doctype html>") && text.lines().take(12).any(|l| l == GENERATOR);
    // Findings of lint, each with its level and rule.
    let is_found = || {
        let rest = ["error[", "query[", "note["].iter().find_map(|level| first.strip_prefix(level));
        rest.and_then(|rest| rest.split_once("]: ")).is_some() && second.trim_start().starts_with("--> ")
    };
    let ruled = !second.is_empty() && second.chars().all(|c| c == '=');
    let compares = || ruled && first.contains(": ") && first.contains(" \u{2192} ");
    is_json || is_web_page() || is_found() || compares() || (ruled || first.starts_with("# ")) && rolls_up(text)
}

/// Whether what stands under the title says what a rollup is based on: "Based on 11 of 12 expected reports".
fn rolls_up(text: &str) -> bool {
    let under = text.lines().skip(1).find(|line| !line.is_empty() && !line.starts_with('='));
    let mut words = under.unwrap_or_default().split(' ');
    let is_count = |word: Option<&str>| word.is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
    words.next() == Some("Based") && words.next() == Some("on") && is_count(words.next()) && words.next() == Some("of")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_pages_are_known_and_no_others() {
        for own in [
            "# Progress by district\n\nBased on 11 of 12 expected reports.\n",
            "Progress by district\n====================\n\nBased on 0 of 1 expected report; missing: X.\n",
            "# North: Autumn \u{2192} Spring\n\n2 priorities\n\n<!-- written by termwise -->\n",
            "North: Autumn 2024/25 \u{2192} Spring 2024/25\n=====\n\n2 priorities\n",
            "{\n  \"version\": 1,\n  \"termwise\": \"0.1.0\",\n",
            "error[section-missing]: \u{201c}Attendance\u{201d} has no Impact\n  --> north.md:3:1\n",
            "<!DOCTYPE html>\n<html>\n<head>\n<meta name=\"generator\" content=\"termwise\">\n",
        ] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "",
            "# North: Spring 2024/25\n\nBased on the survey of 12 heads.\n",
            "North: Spring 2024/25\n=====\n\n## Priority: Attendance\n",
            "# North\n\n<!-- written by termwise -->\n\n## Priority: Attendance\n",
            "{\"version\": 1}",
            "note[1]: see below\n",
            "<!DOCTYPE html>\n<html>\n",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
