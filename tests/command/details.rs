//! `lede set` and `lede published`

use lede_tests::terminal;

#[test]
fn a_field_is_set_in_its_own_line() {
    terminal(
        r#"
$ printf -- '---\n# Mine.\ntags: [a] # kept\nstate: draft\n---\n\n# T\n' > a.md
$ lede set a.md tags a 'b c' && lede set a.md author Ann Lee && lede set a.md title no && cat a.md
---
# Mine.
tags: [a, b c] # kept
state: draft
author: Ann Lee
title: "no"
---

# T
$ lede set a.md author && lede set a.md title && lede published a.md --at https://example.org/t --date 2026-03-01 && cat a.md
---
# Mine.
tags: [a, b c] # kept
state: published
date: 2026-03-01
canonical_url: https://example.org/t
---

# T
$ printf '# T\n' | lede set - lang en-GB
---
lang: en-GB
---

# T
$ printf '# T\n' | lede set - colour red
lede: There is no field “colour”. Choose one of title, subtitle, date, tags, author, lang, slug, canonical_url, image, state, goal.
[status 2]
$ printf -- '---\na: b: c\n---\n' | lede set - lang en
lede: The front matter cannot be read in line 2: mapping values are not allowed in this context. Mend it by hand; the text stays as it is.
[status 2]
"#,
    );
}
