//! What charts use again and again: the patterns of the tones, which tell them apart where colours do not, and the signs of
//! what happens in a life. They stand once on a page.

/// The drawings, each by its name. Colours are classes.
pub(in crate::render::page::html) fn definitions() -> &'static str {
    DEFINITIONS
}

const DEFINITIONS: &str = r##"<svg class="drawings" aria-hidden="true" width="0" height="0">
<defs>
<pattern id="tone-unsure" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="unsure-ground" width="7" height="7"/><rect class="unsure-line" width="1.6" height="7"/></pattern>
<pattern id="tone-halted" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="halted-ground" width="6" height="6"/><circle class="halted-line" cx="3" cy="3" r="1"/></pattern>
<pattern id="tone-waiting" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="waiting-ground" width="6" height="6"/><rect class="waiting-line" width="6" height="1"/></pattern>
<pattern id="tone-lacking" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="lacking-ground" width="8" height="8"/><rect class="lacking-line" width="1" height="8"/></pattern>
<g id="sign-at"><circle class="disc" r="4"/></g>
<g id="sign-there"><circle class="hollow" r="5.5"/></g>
<g id="sign-begins"><circle class="disc" r="8.5"/><path class="glyph" d="M-4 0H4M0-4V4"/></g>
<g id="sign-renamed"><circle class="disc" r="8.5"/><path class="glyph" d="M-4.5 1.5C-3-3-1.2-3 0 0S3 3 4.5-1.5"/></g>
<g id="sign-rests"><circle class="disc-halted" r="8.5"/><path class="glyph" d="M-2.2-3.5V3.5M2.2-3.5V3.5"/></g>
<g id="sign-resumes"><circle class="disc" r="8.5"/><path class="glyph-full" d="M-3-4.5 5 0-3 4.5Z"/></g>
<g id="sign-joins"><circle class="disc" r="8.5"/><path class="glyph" d="M-4.5-4C-1-4-1 0 4.5 0M-4.5 4C-1 4-1 0 4.5 0"/></g>
<g id="sign-parts"><circle class="disc" r="8.5"/><path class="glyph" d="M4.5-4C1-4 1 0-4.5 0M4.5 4C1 4 1 0-4.5 0"/></g>
<g id="sign-passes"><circle class="disc" r="8.5"/><path class="glyph" d="M-5 0H4.5M1-3.5 4.5 0 1 3.5"/></g>
<g id="sign-ends"><circle class="disc" r="8.5"/><rect class="glyph-full" x="-3.5" y="-3.5" width="7" height="7"/></g>
<g id="sign-lost"><circle class="disc-lacking" r="8.5"/><path class="glyph" d="M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2"/></g>
<g id="sign-on"><path class="on" d="M-6-5-1 0-6 5"/></g>
</defs>
</svg>
"##;
