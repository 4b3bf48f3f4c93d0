//! termwise checks, compares and rolls up the termly progress reports of English local authorities.
//!
//! Data flows one way; nothing flows back:
//!
//! ```text
//! paths --files::find--> names --files::read--> Source (decoded text, and where each part of it stands in the file)
//!                                                 |
//!                                    outline::read|      one reader per input language: Markdown, YAML, plain text
//!                                                 v
//!                                             [Entry]     labels, words, spans: one tree for every input language
//!                                                 |bind (Form)
//!                                                 v
//!                                              Report     district, officers, term, priorities and their sections
//!                                                 |disclosure::scan -> private words, kept with the sources
//!                                                 |Corpus::new
//!                                                 v
//!                                              Corpus --- series (a district over terms), steps, threads
//!                              .------------------+-------------------.
//!                        rule::run            diff::compare      rollup::roll
//!                              v                  v                   v
//!                         Diagnostics        Comparison           Rollup      plain data, no words for people
//!            (+ explain::apply)                '------- page ------'
//!                              v                          v
//!      text concise github azure junit                    Page ---> text markdown html csv xlsx
//!      (Page ---> markdown html)               (json sarif gitlab: from the data itself)
//!                      (+ mend --> fix::apply --> files::replace)
//! ```
//!
//! What a rule finds in one report by itself, `lint` has found while the file is at hand (`rule::judge`); what
//! needs several reports (`rule::across`) waits for the corpus.
//!
//! `config` reads termwise.yaml through the same `outline` and gives the `Form` and the rules' settings.
//!
//! A later layer uses earlier ones, never the other way round: `source`, `term`, `page`; `diagnostic`, `form`;
//! `outline`; `report`; `align`, `corpus`, `disclosure`, `wording`; `rule`, `rules`, `explain`, `baseline`, `fix`, `diff`, `rollup`; `render`, `wire`;
//! `files`, `output`, `config`, `load`, `mend`; `commands`, `cli`. `tests/layers.rs` holds that as data.

pub mod align;
pub mod baseline;
pub mod cli;
pub mod commands;
pub mod config;
pub mod corpus;
pub mod diagnostic;
pub mod diff;
pub mod disclosure;
pub mod explain;
pub mod files;
pub mod fix;
pub mod follow;
pub mod form;
pub mod git;
pub mod load;
pub mod mend;
pub mod outline;
pub mod output;
pub mod page;
pub mod render;
pub mod report;
pub mod rollup;
pub mod rule;
pub mod rules;
pub mod source;
pub mod term;
pub mod wire;
pub mod wording;
