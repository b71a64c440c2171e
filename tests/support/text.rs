//! A Markdown text as its lines say it, for edits that know nothing of the program: blocks, and changes inside them.

use super::{LEVANT, MONTHS, random::Random};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Heading,
    Paragraph,
    Item,
    Row,
    /// Anything that is left as it is: head of a table, quotation, footnote, term.
    Other,
}

/// One block: its lines, and its words without the marker before them.
#[derive(Clone, Debug)]
pub struct Unit {
    pub kind: Kind,
    pub first: usize,
    pub last: usize,
    pub marker: String,
    pub words: String,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Text {
    pub path: String,
    pub whole: String,
    lines: Vec<String>,
    pub units: Vec<Unit>,
}

impl Text {
    pub fn new(path: &str, whole: &str) -> Self {
        let lines: Vec<String> = whole.lines().map(str::to_owned).collect();
        let mut at = 0;
        if lines.first().is_some_and(|it| it == "---") {
            at = 2 + lines[1..].iter().position(|it| it == "---").expect("front matter is closed");
        }
        let mut units = Vec::new();
        while at < lines.len() {
            let unit = unit(&lines, at);
            at = unit.as_ref().map_or(at, |it| it.last) + 1;
            units.extend(unit);
        }
        Self { path: path.to_owned(), whole: whole.to_owned(), lines, units }
    }

    /// Returns the first and last line of a block, from 1.
    pub fn lines(&self, unit: usize) -> (usize, usize) {
        (self.units[unit].first + 1, self.units[unit].last + 1)
    }

    /// Lists the items or rows beside one that hold no fact: which of them another half lacks, nobody can know for sure.
    pub fn plain_siblings(&self, unit: usize) -> Vec<usize> {
        let kind = self.units[unit].kind;
        if !matches!(kind, Kind::Item | Kind::Row) {
            return Vec::new();
        }
        let is_run = |it: &usize| self.units[*it].kind == kind;
        let before = (0..unit).rev().take_while(is_run);
        let after = (unit..self.units.len()).take_while(is_run);
        before.chain(after).filter(|it| evidence(&self.units[*it].words).is_empty()).collect()
    }

    fn spliced(&self, from: usize, to: usize, new: &[String]) -> String {
        let lines = [&self.lines[..from], new, &self.lines[to..]].concat();
        format!("{}\n", lines.join("\n"))
    }

    /// Returns the text with other words in a block.
    pub fn with(&self, unit: usize, words: &str) -> String {
        let of = &self.units[unit];
        self.spliced(of.first, of.last + 1, &[format!("{}{words}", of.marker)])
    }

    /// Returns the text with a block more behind one, of its kind, and the line of the new one.
    pub fn inserted(&self, unit: usize, words: &str) -> (String, usize) {
        let of = &self.units[unit];
        let at = of.last + 1;
        match of.kind {
            Kind::Row => {
                let cells = of.words.trim().trim_matches('|').split('|').count();
                (self.spliced(at, at, &[format!("|{}", format!(" {words} |").repeat(cells))]), at + 1)
            }
            Kind::Item => (self.spliced(at, at, &[format!("{}{words}", of.marker)]), at + 1),
            _ => (self.spliced(at, at, &[String::new(), words.to_owned()]), at + 2),
        }
    }

    /// Returns the text without a block.
    pub fn without(&self, unit: usize) -> String {
        let of = &self.units[unit];
        self.spliced(of.first, of.last + 1, &[])
    }

    /// Returns the text with a block and the next in each other's place.
    pub fn exchanged(&self, unit: usize) -> String {
        let (one, two) = (&self.units[unit], &self.units[unit + 1]);
        let new = [
            vec![format!("{}{}", one.marker, two.words)],
            self.lines[one.last + 1..two.first].to_vec(),
            vec![format!("{}{}", two.marker, one.words)],
        ];
        self.spliced(one.first, two.last + 1, &new.concat())
    }
}

fn unit(lines: &[String], at: usize) -> Option<Unit> {
    let line = lines[at].as_str();
    if line.trim().is_empty() {
        return None;
    }
    let numbered = line.find(". ").filter(|it| line[..*it].bytes().all(|it| it.is_ascii_digit()) && *it > 0);
    let (kind, marker) = match line {
        _ if line.starts_with('#') => (Kind::Heading, line.find(' ').map_or(0, |it| it + 1)),
        // What holds others is left alone: without it they would stand higher.
        _ if line.starts_with("- ") && lines.get(at + 1).is_some_and(|it| it.starts_with(' ')) => (Kind::Other, 0),
        _ if line.starts_with("- ") => (Kind::Item, 2),
        _ if numbered.is_some() => (Kind::Item, numbered.unwrap_or_default() + 2),
        _ if line.starts_with('|') => {
            let is_body = at >= 2 && lines[at - 1].starts_with('|') && !lines[at].starts_with("|---");
            (if is_body { Kind::Row } else { Kind::Other }, 0)
        }
        // What is indented belongs to the block above it.
        _ if line.starts_with(' ') => (Kind::Other, 0),
        _ if line.starts_with(['>', ':', '[']) && !line.starts_with("[[") => (Kind::Other, 0),
        _ if lines.get(at + 1).is_some_and(|it| it.starts_with(':')) => (Kind::Other, 0),
        _ => (Kind::Paragraph, 0),
    };
    let is_head = lines.get(at + 1).is_some_and(|it| it.starts_with("|---"));
    let kind = if is_head { Kind::Other } else { kind };
    Some(Unit { kind, first: at, last: at, marker: line[..marker].to_owned(), words: line[marker..].to_owned() })
}

/// Blanks what is no prose: destinations, keys, attributes, what is quoted as found.
fn masked(words: &str) -> String {
    let mut out: Vec<u8> = words.bytes().collect();
    let mut blank = |from: usize, to: usize| out[from..to].fill(b' ');
    for (open, close) in [("](", ")"), ("[[", "]]"), ("{", "}")] {
        for (at, _) in words.match_indices(open) {
            let end = words[at..].find(close).map_or(words.len(), |it| at + it);
            let end = words[at..end].find('|').filter(|_| open == "[[").map_or(end, |it| at + it);
            blank(at, end);
        }
    }
    for (at, _) in words.match_indices("]{.verbatim}") {
        blank(words[..at].rfind('[').unwrap_or_default(), at);
    }
    String::from_utf8(out).expect("whole stretches are blanked")
}

/// Lists where numbers stand in the prose.
pub fn numbers(words: &str) -> Vec<(usize, usize)> {
    let masked = masked(words);
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, _) in masked.match_indices(|it: char| it.is_ascii_digit()) {
        match out.last_mut() {
            Some(last) if last.1 == at => last.1 += 1,
            _ => out.push((at, at + 1)),
        }
    }
    // A number before the words of a paragraph would be read as a marker of a list.
    out.retain(|(from, _)| *from > 0);
    out
}

/// Returns what tells a block from another in any language: its numbers, months and links.
pub fn evidence(words: &str) -> Vec<String> {
    let mut out: Vec<String> = numbers(words).into_iter().map(|(from, to)| words[from..to].to_owned()).collect();
    let key = |at: usize| words[at + 2..].split([']', '|']).next().unwrap_or_default().to_owned();
    out.extend(words.match_indices("[[").map(|(at, _)| key(at)));
    out.sort();
    out
}

/// Returns the words with a phrase more, behind a word of prose.
pub fn reworded(words: &str, phrase: &str, random: &mut Random) -> Option<String> {
    let masked = masked(words);
    let is_free = |at: usize| {
        let before = masked[..at].chars().next_back().is_some_and(|it| it.is_alphabetic() && !it.is_ascii_uppercase());
        let after = masked[at + 1..].chars().next().is_some_and(char::is_alphabetic);
        let open = |sign: &str| words[..at].matches(sign).count() % 2 == 1;
        let is_inside = words[..at].rfind('[') > words[..at].rfind(']') || open("`") || open("**");
        before && after && !is_inside && !near_number(&masked, at)
    };
    let gaps: Vec<usize> = masked.match_indices(' ').map(|(at, _)| at).filter(|it| is_free(*it)).collect();
    let at = random.pick(&gaps)?;
    Some(format!("{} {phrase}{}", &words[..at], &words[at..]))
}

/// A phrase inside a date or between a number and its unit would not be rewording.
fn near_number(words: &str, at: usize) -> bool {
    let is_part = |word: &str| {
        word.contains(|it: char| it.is_ascii_digit())
            || MONTHS.iter().flatten().any(|it| word.contains(it))
            || NUMERALS.iter().any(|it| word.contains(it))
    };
    let before = words[..at].split_whitespace().next_back().unwrap_or_default();
    let after = words[at..].split_whitespace().next().unwrap_or_default();
    is_part(before) || is_part(after)
}

const NUMERALS: &[&str] = &["hundred", "thousand", "million", "ty-", "ألف", "مائة", "عشر", "ستين", "ثامن"];

/// Returns the words with Arabic-Indic digits in the prose.
pub fn other_digits(words: &str) -> String {
    let mut out = words.to_owned();
    for (from, to) in numbers(words).into_iter().rev() {
        let is_symbol =
            words[..from].ends_with(['/', '.']) || words[to..].starts_with('/') || words[..from].ends_with('`');
        if !is_symbol {
            let digits: String =
                words[from..to].bytes().filter_map(|it| char::from_u32(0x660 + u32::from(it - b'0'))).collect();
            out.replace_range(from..to, &digits);
        }
    }
    out
}

/// Returns the words with one number changed.
pub fn other_number(words: &str, random: &mut Random) -> Option<String> {
    let (from, to) = random.pick(&numbers(words))?;
    let number: u64 = words[from..to].parse().ok()?;
    let width = to - from;
    let mut out = words.to_owned();
    out.replace_range(from..to, &format!("{:0width$}", number + 1 + random.below(6) as u64));
    Some(out)
}

fn month(words: &str, language: usize) -> Option<(usize, usize, usize)> {
    let masked = masked(words);
    let found =
        MONTHS[language].iter().enumerate().filter_map(|(rank, name)| Some((masked.find(name)?, name.len(), rank)));
    // A name inside another word is none.
    found
        .filter(|(at, length, _)| {
            let is_letter = |it: Option<char>| it.is_some_and(char::is_alphabetic);
            !is_letter(masked[..*at].chars().next_back()) && !is_letter(masked[at + length..].chars().next())
        })
        .min()
}

/// Tells whether the words name a month with a year or a day.
pub fn has_month(words: &str, language: usize) -> bool {
    month(words, language).is_some_and(|(at, length, _)| {
        let is_digit = |it: Option<&str>| it.is_some_and(|it| it.contains(|it: char| it.is_ascii_digit()));
        is_digit(words[..at].split_whitespace().next_back()) || is_digit(words[at + length..].split_whitespace().next())
    })
}

/// Returns the words with another month.
pub fn other_month(words: &str, language: usize, random: &mut Random) -> Option<String> {
    let (at, length, rank) = month(words, language)?;
    let other = MONTHS[language][(rank + 1 + random.below(11)) % 12];
    Some(format!("{}{other}{}", &words[..at], &words[at + length..]))
}

/// Returns the words with a date in another form: the month by its other name in Arabic, before the day in English.
pub fn other_form(words: &str, language: usize) -> Option<String> {
    let (at, length, rank) = month(words, language).filter(|_| has_month(words, language))?;
    let (before, after) = (&words[..at], &words[at + length..]);
    if language == 0 {
        return Some(format!("{before}{}{after}", LEVANT[rank]));
    }
    let day = before.trim_end();
    let from = day.rfind(|it: char| !it.is_ascii_digit()).map_or(0, |it| it + 1);
    let is_range = day[..from].ends_with(['-', '–']) || day[..from].ends_with("and ");
    let year: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    if from == day.len() || year.len() != 4 || is_range {
        return None;
    }
    let rest = &after.trim_start()[4..];
    Some(format!("{}{} {}, {year}{rest}", &day[..from], MONTHS[1][rank], &day[from..]))
}

/// Returns the words with a link to another record.
pub fn other_link(words: &str) -> Option<String> {
    let at = words.find("[[")? + 2;
    let end = at + words[at..].find([']', '|'])?;
    let other = if &words[at..end] == "arcp" { "resolution-7833" } else { "arcp" };
    Some(format!("{}{other}{}", &words[..at], &words[end..]))
}

/// Makes both halves of a text in which every block holds a fact of its own.
pub fn made(rank: usize, random: &mut Random) -> [String; 2] {
    let mut out = [format!("---\ntitle: نص {rank}\n---\n"), format!("---\ntitle: Text {rank}\n---\n")];
    let mut number = 100 * (rank + 1);
    let mut next = || {
        number += 1;
        number
    };
    let mut say = |arabic: String, english: String| {
        out[0].push_str(&arabic);
        out[1].push_str(&english);
    };
    for section in 0..3 {
        say(format!("\n## القسم {{#s-{section}}}\n"), format!("\n## Section {{#s-{section}}}\n"));
        for _ in 0..1 + random.below(3) {
            let (day, month, year, number) = (1 + random.below(28), random.below(12), 2000 + random.below(25), next());
            say(
                format!(
                    "\nصدر القرار رقم {number} في دورة المجلس يوم {day} {} {year} بعد مشاورات بين الدول.\n",
                    MONTHS[0][month]
                ),
                format!(
                    "\nThe council adopted resolution number {number} on {day} {} {year} after consultations.\n",
                    MONTHS[1][month]
                ),
            );
        }
        let target = random.below(60);
        say(
            format!("\nوالتفصيل في [[t{target}]]، ورقمه {}.\n\n", target + 5000),
            format!("\nThe details are in [[t{target}]], whose number is {}.\n\n", target + 5000),
        );
        for _ in 0..2 + random.below(3) {
            let number = next();
            say(format!("- البند رقم {number} من الخطة\n"), format!("- Item number {number} of the plan\n"));
        }
        say("\n| الدولة | العدد |\n|---|---|\n".to_owned(), "\n| State | Number |\n|---|---|\n".to_owned());
        for _ in 0..2 + random.below(3) {
            let number = next();
            say(format!("| دولة عضو | عددها {number} |\n"), format!("| Member state | It has {number} |\n"));
        }
    }
    out
}
