//! `lede footer`

use lede_tests::terminal;

#[test]
fn a_footer_of_the_persons_own_takes_the_place_of_another() {
    terminal(
        r#"
$ lede footer five-points.md '?'
Community rules
About this letter
$ printf 'Write back.\n' > '.config/lede/footers/Write back.md'
$ printf '# T\n\n## 1. A\n\nBody.\n\n---\n\nThe end.\n' > a.md
$ lede footer a.md 'community rules' && lede outline a.md --json | grep -o '"footer":"..Community rules'
"footer":"**Community rules
$ lede footer a.md 'Write back' && cat a.md
# T

## 1. A

Body.

---

The end.

---

Write back.
$ lede history a.md | grep -o 'before something was replaced'
before something was replaced
$ lede footer - 'Write back' --dry-run < a.md
[]
"#,
    );
}

#[test]
fn a_footer_that_has_no_place_or_no_text_is_refused() {
    terminal(
        r#"
$ printf '# T\n\n## 1. A\n' | lede footer - 'Community rules'
lede: The piece has no conclusion yet, and the footer would be read as one. The text stays as it is; lede outline shows its points.
[status 2]
$ lede footer five-points.md Terms
lede: There is no footer “Terms”. Choose Community rules or About this letter.
[status 2]
"#,
    );
}
