//! Spelling, by hunspell's dictionaries.
//!
//! A [`Speller`] is made from the two files of a dictionary, however the caller came by them
//! ([`Speller::english`] has its own), and says which words of a text it does not know and what could be
//! meant by one. It looks at the text that a reader sees: no code, no address, no front matter. What is
//! likely to be right without being in any dictionary is left alone: numbers, words in capitals or with
//! a capital inside, names that the piece uses twice, and the person's own words.
//!
//! A look takes milliseconds, and longer for a long text: it belongs off the way of a key.

mod lang;
mod load;
mod speller;
mod word;

pub use lang::lang;
pub use load::BrokenDictionary;
pub use speller::Speller;
