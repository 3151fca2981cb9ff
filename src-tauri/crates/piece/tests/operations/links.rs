//! Links of a draft that moves.

use piece::operations::follow_move;
use proptest::prelude::*;
use proptest::sample::select;
use text::Text;

fn moved(source: &str, from: &str, to: &str) -> String {
    follow_move(&Text::new(source.to_owned()), from, to).apply(source)
}

#[test]
fn what_lies_beside_a_draft_is_found_from_its_new_folder() {
    let source = "---\nimage: assets/a.png\n---\n# T\n\n![A](assets/a.png \"assets/a.png\") and [b](<in/b c.md#x>).\n\n[d]: ../d.pdf 'D'\n";
    assert_eq!(
        moved(source, "", "old/2025"),
        "---\nimage: ../../assets/a.png\n---\n# T\n\n![A](../../assets/a.png \"assets/a.png\") and [b](<../../in/b c.md#x>).\n\n[d]: ../../../d.pdf 'D'\n"
    );
    assert_eq!(moved("![](../a.png)", "in", ""), "![](a.png)");
    assert_eq!(moved("![](a.png)", "in/deep", "in"), "![](deep/a.png)");
    assert_eq!(moved("![](a.png)", "the old (2)", ""), "![](the%20old%20%282%29/a.png)");
    assert_eq!(moved("[![](a.png)](b.md)", "", "in"), "[![](../a.png)](../b.md)");
    assert_eq!(moved("![](a.png)", "in", "in"), "![](a.png)");
}

#[test]
fn what_does_not_lie_beside_it_stays() {
    for source in [
        "[a](https://a.b/c) [b](#b) [c](/c) [d](mailto:d@e.f) <https://x.y>",
        "`![](a.png)`\n\n    ![](a.png)\n",
        "[empty]()",
        "![](a\\_b.png)",
    ] {
        assert_eq!(moved(source, "", "in"), source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_where_it_was(
        parts in prop::collection::vec(select(&["![a](a.png)", "[b](in/b.md)", " words ", "\n\n", "`", "[r]: r.png\n", "](", "<", "(", "é"][..]), 0..12),
        from in select(&["", "in", "in/deep", "old one"][..]),
        to in select(&["", "in", "x/y", "old one"][..]),
    ) {
        let source = parts.concat();
        let there = moved(&source, from, to);
        prop_assert_eq!(moved(&there, to, from), source);
    }
}
