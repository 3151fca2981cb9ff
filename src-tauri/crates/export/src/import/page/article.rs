//! The article of a page, and its title where that stands beside it.

use super::blocks::{has_class_word, is_dek};
use super::left_out::LeftOut;
use super::prune::MOST_OF_THE_TEXT;
use super::weights::Weights;
use dom_query::{Document, NodeRef};

/// Words in a class that say that a heading is the name of the site.
const SITE: [&str; 5] = ["site", "logo", "brand", "branding", "masthead"];

/// Words in a class that say that the line under a title is no dek.
const NO_DEK: [&str; 8] =
    ["byline", "author", "authors", "meta", "date", "dateline", "time", "timestamp"];

/// Takes away all but the article of a page with one article in it that has most of its words; gives what
/// was taken that a reader would have seen.
pub(super) fn around(document: &Document) -> Vec<LeftOut> {
    let Some(body) = document.body() else { return Vec::new() };
    for unseen in document.select("script, style, noscript, template").nodes() {
        unseen.remove_from_parent();
    }
    let weights = Weights::of(&body);
    let all = weights.letters(&body);
    for name in ["article", "main"] {
        let found = document.select(name);
        let [article] = found.nodes() else { continue };
        if weights.letters(article) * 100 < all * MOST_OF_THE_TEXT {
            continue;
        }
        let mut kept = title_beside(&body, article);
        kept.push(*article);
        for node in &kept {
            node.remove_from_parent();
        }
        body.remove_children();
        for node in &kept {
            body.append_child(node);
        }
        let inside: usize = kept.iter().map(|it| weights.letters(it)).sum();
        return (inside < all).then_some(LeftOut::AroundTheArticle).into_iter().collect();
    }
    Vec::new()
}

/// The title of an article that has none in it, and the dek right under it.
fn title_beside<'d>(body: &NodeRef<'d>, article: &NodeRef<'d>) -> Vec<NodeRef<'d>> {
    if article.descendants_it().any(|it| it.has_name("h1")) {
        return Vec::new();
    }
    let Some(title) = body.descendants_it().find(is_title) else { return Vec::new() };
    let dek = title.next_element_sibling().filter(|it| is_dek_of(it, &title));
    std::iter::once(title).chain(dek).collect()
}

fn is_title(node: &NodeRef<'_>) -> bool {
    let names_the_site = || {
        has_class_word(node, &SITE) || node.parent().is_some_and(|it| has_class_word(&it, &SITE))
    };
    // A title of the page leads nowhere: the reader is there. The site's name leads home.
    let leads = || {
        node.descendants_it().any(|it| it.has_name("a"))
            || node.ancestors_it(None).any(|it| it.has_name("nav"))
    };
    node.has_name("h1") && !names_the_site() && !leads()
}

/// Outside of a header the paragraph under a title may be anything.
fn is_dek_of(node: &NodeRef<'_>, title: &NodeRef<'_>) -> bool {
    let is_in_header =
        || title.ancestors_it(None).any(|it| it.has_name("header") || it.has_name("hgroup"));
    is_dek(node) || (node.has_name("p") && !has_class_word(node, &NO_DEK) && is_in_header())
}
