//! What charts use again and again: the patterns of the tones, which tell them apart where colours do not, and the signs of
//! what happens in a life. They stand once on a page.

/// The drawings, each by its name. Colours are classes.
pub(in crate::render::page::html) fn definitions() -> &'static str {
    DEFINITIONS
}

const DEFINITIONS: &str = r##"<svg class="drawings" aria-hidden="true" width="0" height="0">
<defs>
<pattern id="tone-unsure" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="unsure-ground" width="7" height="7"/><rect class="unsure-line" width="2" height="7"/></pattern>
<pattern id="tone-halted" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="halted-ground" width="7" height="7"/><circle class="halted-line" cx="3.5" cy="3.5" r="1.2"/></pattern>
<pattern id="tone-waiting" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="waiting-ground" width="7" height="7"/><rect class="waiting-line" width="7" height="1.5"/></pattern>
<pattern id="tone-lacking" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="lacking-ground" width="7" height="7"/><rect class="lacking-line" width="1" height="7"/></pattern>
<g id="sign-at"><circle class="dot" r="3"/></g>
<g id="sign-there"><circle class="hollow" r="5"/></g>
<g id="sign-begins"><circle class="solid" r="6"/></g>
<g id="sign-renamed"><path class="solid" d="M0-7.5 7.5 0 0 7.5-7.5 0Z"/></g>
<g id="sign-rests"><rect class="plate" x="-7" y="-7.5" width="14" height="15" rx="3"/><path class="bars" d="M-2.5-5V5M2.5-5V5"/></g>
<g id="sign-resumes"><path class="solid" d="M-5-7.5 8 0-5 7.5Z"/></g>
<g id="sign-joins"><circle class="plate" r="8"/><path class="stroke" d="M-6-5C-1-5-1 0 6 0M-6 5C-1 5-1 0 6 0"/></g>
<g id="sign-parts"><circle class="plate" r="8"/><path class="stroke" d="M6-5C1-5 1 0-6 0M6 5C1 5 1 0-6 0"/></g>
<g id="sign-passes"><circle class="plate" r="8"/><path class="stroke" d="M-7 0H4M0-5 5 0 0 5M8-6V6"/></g>
<g id="sign-ends"><rect class="solid" x="-6" y="-6" width="12" height="12" rx="1"/></g>
<g id="sign-lost"><circle class="plate" r="8"/><path class="loss" d="M-5-5 5 5M5-5-5 5"/></g>
<g id="sign-on"><path class="stroke" d="M-5-5 0 0-5 5"/></g>
</defs>
</svg>
"##;
