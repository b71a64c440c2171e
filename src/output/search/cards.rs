//! What results show of pages, and what ranking asks of them.

use super::{
    entries::Entry,
    pack::{join, number},
    prose,
};

/// Packs what ranking and filters ask of every page: kinds, languages, lengths, lengths of titles in this
/// language and the other.
pub fn facts(entries: &[Entry]) -> Vec<u8> {
    let mut kinds = Vec::new();
    entries.iter().for_each(|it| number(it.kind, &mut kinds));
    let languages = entries.iter().map(|it| it.lang).collect();
    let lengths = entries.iter().map(|it| length_class(it.length)).collect();
    let small = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    let titles = entries.iter().map(|it| small(it.title_length)).collect();
    let twins = entries.iter().map(|it| small(it.twin_length)).collect();
    join(&[kinds, languages, lengths, titles, twins])
}

/// Packs what results show of some pages, in order: how many and which; then one text of their addresses, titles and descriptions.
///
/// A small index, which is fetched whole, takes the time to pack the text well.
pub fn cards<'a>(entries: impl Iterator<Item = (usize, &'a Entry)>, describe: bool, is_whole: bool) -> Vec<u8> {
    let (mut ranks, mut paths, mut titles, mut descriptions) =
        (Vec::new(), String::new(), String::new(), String::new());
    let (mut count, mut before, mut last) = (0, 0, "");
    for (rank, it) in entries {
        number(rank - before, &mut ranks);
        count += 1;
        before = rank;
        let shared = last.char_indices().zip(it.path.chars()).take_while(|((_, a), b)| a == b).last();
        let shared = shared.map_or(0, |((at, letter), _)| at + letter.len_utf8());
        paths.push_str(&format!("{shared} {}\n", &it.path[shared..]));
        last = &it.path;
        line(&it.title, &mut titles);
        if describe {
            line(&it.description, &mut descriptions);
        }
    }
    let mut places = Vec::with_capacity(ranks.len() + 4);
    number(count, &mut places);
    places.extend(ranks);
    let text = [paths, titles, descriptions].concat();
    join(&[places, if is_whole { prose::pack(&text) } else { prose::plain(text) }])
}

fn line(text: &str, out: &mut String) {
    out.push_str(&text.replace('\n', " "));
    out.push('\n');
}

/// Returns eight times the binary logarithm of a length.
fn length_class(length: usize) -> u8 {
    let bits = usize::BITS - (length + 1).leading_zeros() - 1;
    let rest = ((length + 1) << 3 >> bits) & 7;
    u8::try_from((bits as usize) << 3 | rest).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::length_class;

    #[test]
    fn lengths_have_classes() {
        assert_eq!([0, 1, 3, 7, 11].map(length_class), [0, 8, 16, 24, 28]);
    }
}
