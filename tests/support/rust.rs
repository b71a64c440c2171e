//! Rust source as the house rules see it: tokens without comments and without what only tests compile.

/// A token and the line on which it stands, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// A word, a literal with its quotes, or one punctuation character (`::` is one token).
    pub text: String,
    /// The line.
    pub line: usize,
}

/// Splits source text into tokens; comments are dropped.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut out = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = end_of_token(&chars, at);
        let text: String = chars[at..end].iter().collect();
        let is_comment = text.starts_with("//") || text.starts_with("/*");
        if !is_comment && !text.trim().is_empty() {
            out.push(Token { text: text.clone(), line });
        }
        line += text.matches('\n').count();
        at = end;
    }
    out
}

fn end_of_token(chars: &[char], at: usize) -> usize {
    let next = |ahead: usize| chars.get(at + ahead).copied().unwrap_or_default();
    match chars[at] {
        '/' if next(1) == '/' => until(chars, at, |it| it == '\n'),
        '/' if next(1) == '*' => end_of_block_comment(chars, at),
        '"' => end_of_string(chars, at + 1),
        'b' | 'c' if next(1) == '"' => end_of_string(chars, at + 2),
        'r' if next(1) == '"' || (next(1) == '#' && ['"', '#'].contains(&next(2))) => end_of_raw_string(chars, at + 1),
        'b' if next(1) == 'r' && ['"', '#'].contains(&next(2)) => end_of_raw_string(chars, at + 2),
        '\'' => end_of_quote(chars, at),
        ':' if next(1) == ':' => at + 2,
        it if is_word(it) => until(chars, at, |it| !is_word(it)),
        _ => at + 1,
    }
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

fn until(chars: &[char], at: usize, stop: impl Fn(char) -> bool) -> usize {
    (at..chars.len()).find(|it| stop(chars[*it])).unwrap_or(chars.len())
}

fn end_of_block_comment(chars: &[char], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) if depth == 1 => return at + 2,
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

fn end_of_string(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn end_of_raw_string(chars: &[char], at: usize) -> usize {
    let open = until(chars, at, |it| it != '#');
    let hashes = open - at;
    let is_end = |it: &usize| {
        chars[*it] == '"' && chars[it + 1..].iter().take(hashes).filter(|it| **it == '#').count() == hashes
    };
    (open + 1..chars.len()).find(is_end).map_or(chars.len(), |it| it + 1 + hashes)
}

/// A character literal ends at its quote, a lifetime with its name.
fn end_of_quote(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => (at + 3..chars.len()).find(|it| chars[*it] == '\'').map_or(chars.len(), |it| it + 1),
        (Some(_), Some('\'')) => at + 3,
        _ => until(chars, at + 1, |it| !is_word(it)),
    }
}

/// Drops every item that stands under `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_mark = tokens[at..].iter().take(MARK.len()).map(|it| it.text.as_str()).eq(MARK);
        if is_mark {
            at = end_of_item(tokens, at + MARK.len());
        } else {
            out.push(tokens[at].clone());
            at += 1;
        }
    }
    out
}

/// Returns where an item ends: after its `;` or after the brace that closes its body.
fn end_of_item(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" if depth == 1 => return at + 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// A mention of a top-level module of the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The module.
    pub module: String,
    /// The line.
    pub line: usize,
}

/// Lists the top-level modules that a file mentions by `crate::`, `tashawur::` or enough `super::`.
///
/// `module` is the file's own path of modules: `["record", "fields"]` for `src/record/fields/mod.rs`.
pub fn mentions(tokens: &[Token], module: &[&str]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut nesting: Vec<bool> = Vec::new();
    for at in 0..tokens.len() {
        let text = |ahead: usize| tokens.get(at + ahead).map_or("", |it| it.text.as_str());
        let before = if at == 0 { "" } else { tokens[at - 1].text.as_str() };
        match text(0) {
            "{" => nesting.push(at >= 2 && tokens[at - 2].text == "mod"),
            "}" => drop(nesting.pop()),
            "crate" | "tashawur" if text(1) == "::" && before != "::" => out.extend(heads(tokens, at + 2)),
            "super" if text(1) == "::" && before != "::" => {
                let ups =
                    (0..).step_by(2).take_while(|ahead| text(*ahead) == "super" && text(ahead + 1) == "::").count();
                let depth = module.len() + nesting.iter().filter(|it| **it).count();
                if ups == depth {
                    out.extend(heads(tokens, at + 2 * ups));
                }
            }
            _ => {}
        }
    }
    out
}

/// Returns the first names of a path, or of each path of a group.
fn heads(tokens: &[Token], at: usize) -> Vec<Mention> {
    let Some(first) = tokens.get(at) else { return Vec::new() };
    if first.text != "{" {
        return vec![Mention { module: first.text.clone(), line: first.line }];
    }
    let mut out = Vec::new();
    let mut depth = 0;
    for (before, token) in tokens[at..].iter().zip(&tokens[at + 1..]) {
        match before.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && ["{", ","].contains(&before.text.as_str()) && token.text != "}" {
            out.push(Mention { module: token.text.clone(), line: token.line });
        }
    }
    out
}
