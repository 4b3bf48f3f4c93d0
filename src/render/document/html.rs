//! A paper as one HTML page, in the frame of all our pages. The paper is Markdown by then: what stands in it as HTML is
//! shown as text, pictures as their words, and a link leads nowhere but to a web page, a mail address or a place in the paper.

use crate::page::Links;
use crate::render::page::html;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::io::{self, Write};

/// Where a link may lead.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Writes a paper in Markdown as a page.
///
/// # Errors
/// What `out` gives.
pub fn html(markdown: &str, out: &mut dyn Write) -> io::Result<()> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options).flat_map(tame).collect();
    let title = title(&events).unwrap_or_else(|| "Paper".to_owned());
    let mut body = String::with_capacity(markdown.len() * 2);
    let mut events = numbered(events);
    if let Some((at, contents)) = contents(&events) {
        events.insert(at, Event::Html(contents.into()));
    }
    pulldown_cmark::html::push_html(&mut body, events.into_iter());
    // Readers for the blind tell a column by its head only where that says so.
    let body = body.replace("<th>", "<th scope=\"col\">").replace("<th style", "<th scope=\"col\" style");
    let body = sideways(&body);
    html::shell(&title, |out| out.write_all(body.as_bytes()), out)
}

/// How many parts a paper has at least, to have contents.
const FEW: usize = 4;

/// What leads to the parts of a paper, and where it stands: under its first heading. Where the parts are few, those within
/// them are named too.
fn contents(events: &[Event<'_>]) -> Option<(usize, String)> {
    let at = events.iter().position(|event| matches!(event, Event::End(TagEnd::Heading(HeadingLevel::H1))))?;
    let down_to = |deepest: HeadingLevel| -> Vec<(String, String)> {
        let link = |(at, event): (usize, &Event<'_>)| match event {
            Event::Start(Tag::Heading { level, id: Some(id), .. }) if *level <= deepest => {
                Some((words(events.get(at..)?), id.to_string()))
            }
            _ => None,
        };
        events.iter().enumerate().filter_map(link).collect()
    };
    let of_many = |links: &Vec<(String, String)>| links.len() >= FEW;
    let deeper = || Some(down_to(HeadingLevel::H3)).filter(of_many);
    let links = Some(down_to(HeadingLevel::H2)).filter(of_many).or_else(deeper)?;
    let mut written = Vec::new();
    html::contents(&[Links { name: "Contents".to_owned(), links }], &mut written).ok()?;
    Some((at + 1, String::from_utf8(written).ok()?))
}

/// The words of the heading that events begin with.
fn words(events: &[Event<'_>]) -> String {
    let heading = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let words = heading.filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(&**words),
        _ => None,
    });
    words.collect()
}

/// The page with each table in a part of its own, which alone is moved sideways where the page is narrow. What a report says
/// is no tag by then.
fn sideways(body: &str) -> String {
    let mut tables = body.split("<table>");
    let first = tables.next().unwrap_or_default().to_owned();
    (1..).zip(tables).fold(first, |page, (number, table)| {
        let open =
            format!("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table {number}\">\n<table>");
        page + &open + &table.replacen("</table>", "</table>\n</div>", 1)
    })
}

/// An event as it may go into the page: no HTML of anybody's, no picture, no address but those of [`SCHEMES`].
fn tame(event: Event<'_>) -> Vec<Event<'_>> {
    let event = match event {
        // Our own marks in Markdown are comments, and no reader is to see them.
        Event::Html(html) | Event::InlineHtml(html) if is_comment(&html) => return Vec::new(),
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return Vec::new(),
        Event::Html(html) => {
            return vec![Event::Start(Tag::Paragraph), Event::Text(html), Event::End(TagEnd::Paragraph)];
        }
        Event::InlineHtml(html) => Event::Text(html),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_let_in(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        other => other,
    };
    vec![event]
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.strip_prefix("<!--").is_some_and(|rest| rest.find("-->").is_some_and(|at| at + 3 == rest.len()))
}

fn is_let_in(address: &str) -> bool {
    let small = address.trim().to_ascii_lowercase();
    small.starts_with('#') || SCHEMES.iter().any(|scheme| small.starts_with(scheme))
}

/// The words of the first heading.
fn title(events: &[Event<'_>]) -> Option<String> {
    let from = events.iter().position(|event| matches!(event, Event::Start(Tag::Heading { .. })))?;
    Some(words(events.get(from..)?)).filter(|title| !title.is_empty())
}

/// The events with a name for each heading, by which a link can lead to it.
fn numbered(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut number = 0;
    let name = |event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            number += 1;
            let id = (level != HeadingLevel::H1).then(|| CowStr::from(format!("part-{number}")));
            Event::Start(Tag::Heading { level, id, classes, attrs })
        }
        other => other,
    };
    events.into_iter().map(name).collect()
}
