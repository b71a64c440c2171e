//! What two texts that should say the same do not both say.

use std::ops::Range;

use super::{Facts, Found, SaidDate};

/// What only one of two texts says, by place in that text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// In the first.
    pub left: Vec<Range<usize>>,
    /// In the second.
    pub right: Vec<Range<usize>>,
}

impl Sides {
    /// Tells that both say the same.
    pub fn is_empty(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }
}

/// How two texts differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Numbers.
    pub numbers: Sides,
    /// Dates.
    pub dates: Sides,
    /// Symbols.
    pub symbols: Sides,
}

/// Compares the facts of two texts. Their order is that of their languages and does not count.
pub fn compare(left: &Facts, right: &Facts) -> Difference {
    let mut one = Half::new(left);
    let mut two = Half::new(right);
    cancel(&mut one.dates, &mut two.dates, |a, b| a.value == b.value);
    let are_full =
        |half: &Half<'_>| half.dates.iter().filter(|it| it.value.day.is_some() && it.value.year.is_some()).count() > 1;
    let is_strict = are_full(&one) && are_full(&two);
    let (dates_one, dates_two) = (one.dates.clone(), two.dates.clone());
    one.break_dates();
    two.break_dates();
    cancel(&mut one.atoms, &mut two.atoms, |a, b| a.value == b.value);
    one.excuse(right);
    two.excuse(left);
    cancel(&mut one.words, &mut two.words, |a, b| a.value == b.value);
    let is_alone = [two.is_settled(), one.is_settled()];
    one.excuse_small(right, is_alone[0]);
    two.excuse_small(left, is_alone[1]);
    let mut symbols = (refs(&left.symbols), refs(&right.symbols));
    cancel(&mut symbols.0, &mut symbols.1, |a, b| a.value == b.value);
    Difference {
        numbers: numbers(&one, &two, [left, right]),
        dates: if is_strict {
            Sides { left: places(&dates_one), right: places(&dates_two) }
        } else {
            Sides { left: one.wrong_dates(&dates_one), right: two.wrong_dates(&dates_two) }
        },
        symbols: Sides { left: places(&symbols.0), right: places(&symbols.1) },
    }
}

/// A number of a text, or a part of one of its dates.
#[derive(Clone, Debug)]
struct Atom {
    value: Value,
    at: Range<usize>,
    is_of_date: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Number(String),
    Month(u8),
}

/// What is left of one text while the two are compared.
struct Half<'a> {
    dates: Vec<&'a Found<SaidDate>>,
    atoms: Vec<Atom>,
    words: Vec<&'a Found<u64>>,
}

impl<'a> Half<'a> {
    fn new(facts: &'a Facts) -> Self {
        let number =
            |it: &Found<String>| Atom { value: Value::Number(it.value.clone()), at: it.at.clone(), is_of_date: false };
        Self { dates: refs(&facts.dates), atoms: facts.numbers.iter().map(number).collect(), words: refs(&facts.words) }
    }

    /// Takes the dates that the other text does not hold as such for their numbers and months.
    fn break_dates(&mut self) {
        for date in &self.dates {
            let SaidDate { year, month, day } = date.value;
            let numbers = [year, day.map(u32::from)].into_iter().flatten().map(|it| Value::Number(it.to_string()));
            self.atoms.extend(numbers.chain([Value::Month(month)]).map(|value| Atom {
                value,
                at: date.at.clone(),
                is_of_date: true,
            }));
        }
    }

    /// Drops what the other text says in another way: in words, in a title that it shows, as a year that it has named already.
    fn excuse(&mut self, other: &Facts) {
        let mut words: Vec<u64> = other.words.iter().map(|it| it.value).collect();
        self.atoms.retain(|atom| match &atom.value {
            Value::Month(month) => {
                !other.months.contains(month) && !other.dates.iter().any(|it| it.value.month == *month)
            }
            Value::Number(number) => {
                if let Some(at) = words.iter().position(|it| it.to_string() == *number) {
                    words.swap_remove(at);
                    return false;
                }
                let is_repeated = is_year(number) && says(other, number);
                !is_repeated && !other.implied.contains(number)
            }
        });
        let mut digits: Vec<&str> = other.numbers.iter().map(|it| it.value.as_str()).collect();
        self.words.retain(|word| {
            let number = word.value.to_string();
            let found = digits.iter().position(|it| *it == number);
            found.map(|at| digits.swap_remove(at));
            found.is_none() && !other.implied.contains(&number)
        });
    }

    /// Tells that every number has been found in the other text.
    fn is_settled(&self) -> bool {
        self.atoms.is_empty() && self.words.iter().all(|it| it.value <= 2)
    }

    /// Drops a "2" that the other language says by the form of a word.
    fn excuse_small(&mut self, other: &Facts, is_alone: bool) {
        let is_dual = |it: &Atom| it.value == Value::Number("2".to_owned()) && !it.is_of_date;
        if is_alone && other.has_dual && self.atoms.len() == 1 && self.atoms.iter().all(is_dual) {
            self.atoms.clear();
        }
    }

    fn wrong_dates(&self, dates: &[&Found<SaidDate>]) -> Vec<Range<usize>> {
        let is_wrong = |it: &&&Found<SaidDate>| self.atoms.iter().any(|atom| atom.is_of_date && atom.at == it.at);
        dates.iter().filter(is_wrong).map(|it| it.at.clone()).collect()
    }
}

/// A year that the other half names once may be "that year" afterwards.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|it: u32| (1000..3000).contains(&it))
}

fn says(facts: &Facts, number: &str) -> bool {
    facts.numbers.iter().any(|it| it.value == number)
        || facts.dates.iter().any(|it| it.value.year.is_some_and(|it| it.to_string() == number))
}

/// A number in words differs only where both texts have one that the other does not: "two" may be a dual, "one" an article. The
/// first and the second of several count where the other text names another of them.
fn numbers(one: &Half<'_>, two: &Half<'_>, facts: [&Facts; 2]) -> Sides {
    let plain = |half: &Half<'_>| -> Vec<Range<usize>> {
        half.atoms.iter().filter(|it| !it.is_of_date).map(|it| it.at.clone()).collect()
    };
    let large = |half: &Half<'_>| -> Vec<Range<usize>> {
        half.words.iter().filter(|it| it.value > 2).map(|it| it.at.clone()).collect()
    };
    let ordinals = |half: &Half<'_>, facts: &Facts| -> Vec<(u64, Range<usize>)> {
        let named = half.words.iter().filter(|it| facts.ordinals.contains(&it.at.start));
        named.map(|it| (it.value, it.at.clone())).collect()
    };
    let mut out = Sides { left: plain(one), right: plain(two) };
    let (mut left, mut right) = (large(one), large(two));
    let which = (ordinals(one, facts[0]), ordinals(two, facts[1]));
    if !which.0.is_empty() && !which.1.is_empty() {
        let small = |it: Vec<(u64, Range<usize>)>| it.into_iter().filter(|it| it.0 <= 2).map(|it| it.1);
        left.extend(small(which.0));
        right.extend(small(which.1));
    }
    if !left.is_empty() && !right.is_empty() || out.left.is_empty() != out.right.is_empty() {
        out.left.extend(left);
        out.right.extend(right);
    }
    out
}

/// Drops what both lists hold, one for one.
fn cancel<T>(left: &mut Vec<T>, right: &mut Vec<T>, is_same: impl Fn(&T, &T) -> bool) {
    left.retain(|it| match right.iter().position(|other| is_same(it, other)) {
        Some(at) => {
            right.remove(at);
            false
        }
        None => true,
    });
}

fn refs<T>(list: &[Found<T>]) -> Vec<&Found<T>> {
    list.iter().collect()
}

fn places<T>(list: &[&Found<T>]) -> Vec<Range<usize>> {
    list.iter().map(|it| it.at.clone()).collect()
}
