//! **A link leads somewhere.**
//!
//! Found are addresses that no browser could open (`htp://`, `www.` without a scheme, a space), those of the
//! writer's own machine, files that are not there, and one address behind more than three different
//! texts, which is more often a forgotten paste than a source. Nothing is fetched: whether a page still
//! exists is not asked. The finding lies on the link.
//!
//! ```fires
//! The figures are «[here](htp://harbour.example)», «[there](http://localhost:8080/table)», and in
//! «[the table](gone.csv)».
//!
//! See «[the board](www.board.example)».
//! ```
//!
//! ```silent
//! The figures are [here](https://harbour.example/a), in [the table](there.png), [below](#below), and to
//! be had [by post](mailto:board@harbour.example).
//! ```

use crate::prose::Link;
use crate::reading::Reading;
use crate::{Finding, Rule, Severity};
use std::collections::HashMap;

pub(crate) const RULE: Rule = Rule {
    name: "link-target",
    severity: Severity::Warning,
    reason: "Every link leads where a reader can follow it.",
    is_english: false,
    source: include_str!("link_target.rs"),
    look,
};

/// So many different texts may lead to one address.
const TEXTS: usize = 3;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let links = &reading.prose.links;
    let bad = links.iter().filter_map(|link| {
        let message = trouble(reading, link.destination.trim())?;
        Some(RULE.finding(link.span, message))
    });
    bad.chain(pasted(links)).collect()
}

/// What is the matter with an address. An empty one is the matter of another rule.
fn trouble(reading: &Reading<'_>, destination: &str) -> Option<String> {
    if destination.is_empty() || destination.starts_with(['#', '?']) {
        return None;
    }
    let malformed = || Some(format!("“{destination}” is not an address that can be opened."));
    match scheme(destination) {
        Some(("http" | "https", rest)) => match host(rest) {
            Some(host) if is_own_machine(host) => Some(format!(
                "“{destination}” is on your own machine, and nobody else can open it."
            )),
            Some(host) if is_host(host) => None,
            _ => malformed(),
        },
        Some(("mailto", rest)) if !rest.contains('@') => malformed(),
        Some((scheme, _)) if MISSPELT.contains(&scheme) => malformed(),
        Some(_) => None,
        None if is_without_scheme(destination) => {
            Some(format!("“{destination}” lacks the “https://” before it."))
        }
        None => missing(reading, destination),
    }
}

/// How `http` and `https` are misspelt.
const MISSPELT: [&str; 8] = ["htp", "htps", "htttp", "htttps", "ttp", "ttps", "hhtp", "hhttps"];

/// The scheme of an address, if it has one, and what follows the colon.
fn scheme(destination: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = destination.split_once(':')?;
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '.');
    let lower = ["http", "https", "mailto"].into_iter().find(|it| it.eq_ignore_ascii_case(scheme));
    let starts = scheme.starts_with(|it: char| it.is_ascii_alphabetic());
    (starts && scheme.chars().all(is_plain)).then(|| (lower.unwrap_or(scheme), rest))
}

/// The host in what follows `https:`, without user and port.
fn host(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix("//")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    if host.starts_with('[') {
        return host.find(']').map(|end| &host[..=end]);
    }
    host.split(':').next()
}

fn is_host(host: &str) -> bool {
    let is_bad = |it: char| it.is_whitespace() || matches!(it, '"' | '<' | '>' | '\\' | '^' | '|');
    let labels = host.strip_suffix('.').unwrap_or(host).split('.');
    host.starts_with('[')
        || (!host.contains(is_bad) && host.contains('.') && labels.clone().all(|it| !it.is_empty()))
}

fn is_own_machine(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_loopback =
        || host.starts_with("127.") && host.bytes().all(|it| it == b'.' || it.is_ascii_digit());
    matches!(&*host, "localhost" | "0.0.0.0" | "[::1]")
        || host.ends_with(".localhost")
        || is_loopback()
}

/// Whether an address is one of the web that has lost its beginning.
fn is_without_scheme(destination: &str) -> bool {
    let lower = destination.to_ascii_lowercase();
    ["www.", "http//", "https//", "://"].iter().any(|start| lower.starts_with(start))
}

/// What is said of a file that is not there.
fn missing(reading: &Reading<'_>, destination: &str) -> Option<String> {
    let file = destination.split(['#', '?']).next().filter(|file| !file.starts_with("//"))?;
    let is_missing = reading.world.local_file_exists(file) == Some(false);
    is_missing.then(|| format!("There is no file “{file}”."))
}

/// The link by which one address has one text too many.
fn pasted(links: &[Link]) -> Vec<Finding> {
    let mut texts: HashMap<&str, Vec<String>> = HashMap::new();
    let mut findings = Vec::new();
    for link in links.iter().filter(|link| !link.is_picture && !link.destination.is_empty()) {
        let known = texts.entry(&link.destination).or_default();
        let text = link.text.trim().to_lowercase();
        if text.is_empty() || known.len() > TEXTS || known.contains(&text) {
            continue;
        }
        known.push(text);
        if known.len() > TEXTS {
            let message =
                format!("{} different texts lead to “{}”.", known.len(), link.destination);
            findings.push(RULE.finding(link.span, message));
        }
    }
    findings
}
