//! What `lede export --to html` writes, held to the standard by html-validate.

use lede_tests::terminal;

/// The validator with all of its recommended rules but one: space at the end of a line is style, not
/// validity, and where a draft's code has some, the page has to have it too.
const VALIDATE: &str =
    "html-validate --preset=recommended --rule=no-trailing-whitespace:off --max-warnings=0";

#[test]
fn every_draft_becomes_a_valid_page() {
    terminal(&format!(
        "
$ for draft in *.md; do lede export \"$draft\" --to html -o \"$draft.html\"; done; {VALIDATE} *.html
$ [ $(ls *.md | wc -l) = $(grep -l '</article>' *.html | wc -l) ]
",
    ));
}

#[test]
fn a_page_that_is_not_valid_is_found_out() {
    terminal(&format!(
        "
$ lede export everything.md --to html | sed '0,/<h2>/s//<div>&/' | {VALIDATE} --stdin | grep -o 'Unclosed.*>'
Unclosed element '<div>
",
    ));
}
