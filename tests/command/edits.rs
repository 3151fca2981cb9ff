//! `lede add`, `move`, `remove` and `renumber`

use lede_tests::terminal;

#[test]
fn a_point_moved_up_takes_the_number_of_its_place_and_the_others_follow() {
    terminal(
        "
$ lede move five-points.md 5 1
$ grep '^##' five-points.md
## 1. Somebody Would Have To Decide
## 2. The Ladder Is Too Short
## 3. The Buses Leave By It
## 4. The School Has Got Used To It
## 5. The Church Is Four Minutes Fast
$ lede move five-points.md 1 5; grep '^##' five-points.md
## 1. The Ladder Is Too Short
## 2. The Buses Leave By It
## 3. The School Has Got Used To It
## 4. The Church Is Four Minutes Fast
## 5. Somebody Would Have To Decide
",
    );
}

#[test]
fn moving_there_and_back_leaves_the_same_bytes() {
    terminal(
        "
$ cp crlf-bom.md before.md; lede move crlf-bom.md 5 2; cmp --silent before.md crlf-bom.md
[status 1]
$ lede move crlf-bom.md 2 5; cmp before.md crlf-bom.md
",
    );
}

#[test]
fn a_new_point_is_the_last_unless_its_place_is_given() {
    terminal(
        "
$ lede add footer.md 'The Last Note'; lede add footer.md 'The Very First' --at 1
$ cat footer.md
# Four Notes With A Footer

*The footer is the same every time.*

The opening.

---

## 1. The Very First

## 2. The First Note

A body.

## 3. The Second Note

Another body.

## 4. The Last Note

---

The conclusion.

---

**House rules.** Be brief.

1. This list is no point.
2. Nor is this.
",
    );
}

#[test]
fn a_removed_point_takes_its_body_with_it() {
    terminal(
        "
$ lede remove countdown.md 2; cat countdown.md
# Two Things To Count Backwards

The opening of a countdown.

## 2. The Third Thing

It comes first.

## 1. The First Thing

It comes last.

---

Then it is over.
",
    );
}

#[test]
fn what_the_text_says_of_its_points_follows_them() {
    terminal(
        "
$ lede remove five-points.md 5; grep -o -e '^# [A-Z][a-z]*' -e '[a-z]* reasons' -e '^All [a-z]*' five-points.md
# Four
four reasons
All four
$ lede add five-points.md 'Nobody Asks' --at 1; lede move five-points.md 1 3
$ grep -o -e '^# [A-Z][a-z]*' -e '[a-z]* reasons' -e '[a-z]* of them is' -e '^All [a-z]*' five-points.md
# Five
five reasons
first of them is
All five
",
    );
}

#[test]
fn numbers_follow_in_the_form_that_they_have_into_the_footer_and_not_into_bodies() {
    terminal(
        r"
$ printf '# FOUR Signs\n\n*All 4 signs, the 4th sign first.*\n\nA.\n\n## 1. A\n\nFour signs; see point 4.\n\n## 2. B\n\nb\n\n## 3. C\n\nc\n\n## 4. D\n\nd\n\n---\n\nNone of these four signs is a fourth sign.\n\n---\n\nThe four signs and points 2 to 4.\n' > signs.md
$ lede add signs.md New --at 1; grep -e '[Ss]ign' -e point signs.md
# FIVE Signs
*All 5 signs, the 5th sign first.*
Four signs; see point 5.
None of these five signs is a fourth sign.
The five signs and points 3 to 5.
$ lede move signs.md 5 2 2>&1 | head -n 1; grep -e '[Ss]ign' -e point signs.md
warning[shifted-reference]: The range from point 3 meant “B”, “C” and “D”, and now means “A”, “B” and “C”.
# FIVE Signs
*All 5 signs, the 2nd sign first.*
Four signs; see point 2.
None of these five signs is a fourth sign.
The five signs and points 3 to 5.
",
    );
}

#[test]
fn what_speaks_of_other_points_since_a_move_is_told_and_left_as_it_is() {
    terminal(
        r#"
$ printf '# Three Signs\n\nThe first two are old, the third sign is new.\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n## 3. C\n\nc\n' > signs.md
$ lede move signs.md 3 1
warning[shifted-reference]: “first two” meant “A” and “B”, and now means “C” and “A”.
 --> signs.md:3:11
  |
3 | The first two are old, the first sign is new.
  |           ^^^
lede: 1 warning
$ lede move - 1 3 < signs.md 2> said
# Three Signs

The first two are old, the third sign is new.

## 1. A

a

## 2. B

b

## 3. C

c
$ grep warning said
warning[shifted-reference]: “first two” meant “C” and “A”, and now means “A” and “B”.
lede: 1 warning
$ lede remove signs.md 1; lede add signs.md New
warning[shifted-reference]: “first two” meant “C” and “A”, and now means “A” and “B”.
 --> signs.md:3:11
  |
3 | The first two are old, the first sign is new.
  |           ^^^

warning[shifted-reference]: “the first” meant “C”, and now means “A”.
 --> signs.md:3:28
  |
3 | The first two are old, the first sign is new.
  |                            ^^^^^
lede: 2 warnings
"#,
    );
}

#[test]
fn numbers_that_went_astray_are_brought_back() {
    terminal(
        r"
$ printf '# T\n\n## 1. a\n\n## 1. b\n\n## 7. c\n' | lede renumber -
# T

## 1. a

## 2. b

## 3. c
",
    );
}

#[test]
fn a_dry_run_prints_the_edits_and_changes_nothing() {
    terminal(
        r#"
$ cp five-points.md before.md; lede remove five-points.md 2 --dry-run
[{"start":2,"end":6,"insert":"Four"},{"start":281,"end":285,"insert":"four"},{"start":435,"end":603,"insert":""},{"start":608,"end":609,"insert":"2"},{"start":722,"end":723,"insert":"3"},{"start":795,"end":796,"insert":"4"},{"start":890,"end":894,"insert":"four"}]
$ cmp before.md five-points.md
$ lede renumber five-points.md --dry-run
[]
"#,
    );
}

#[test]
fn what_comes_from_standard_input_goes_to_standard_output() {
    terminal(
        "
$ lede remove - 1 < countdown.md
# Two Things To Count Backwards

The opening of a countdown.

## 2. The Second Thing

It comes second.

## 1. The First Thing

It comes last.

---

Then it is over.
",
    );
}

#[test]
fn a_point_that_is_not_there_is_named() {
    terminal(
        "
$ lede remove five-points.md 6
lede: There is no point 6: the piece has 5. The text stays as it is; lede outline shows its points.
[status 2]
$ lede move five-points.md 1 0
lede: There is no point 0: the piece has 5. The text stays as it is; lede outline shows its points.
[status 2]
$ lede add article.md Heading --at 3
lede: There is no point 3: the piece has 0. The text stays as it is; lede outline shows its points.
[status 2]
",
    );
}

#[test]
fn an_edit_that_changes_nothing_does_not_touch_the_file() {
    terminal(
        "
$ touch -d 2001-01-01 five-points.md; lede renumber five-points.md; date -r five-points.md +%Y
2001
",
    );
}

#[test]
fn a_save_leaves_nothing_beside_the_file_and_keeps_its_mode() {
    terminal(
        "
$ mkdir room; cp five-points.md room; chmod 640 room/five-points.md; lede move room/five-points.md 1 2
$ ls -A room; stat -c %a room/five-points.md
five-points.md
640
",
    );
}

#[test]
fn an_edit_does_not_wait_for_a_writer_who_is_not_there() {
    terminal(
        "
$ timeout 1.9 lede move five-points.md 1 2
",
    );
}
