# What a value is or should be, named in messages about values.

type-nothing = nothing
type-text = a text
type-name = a name
type-list = a list
type-mapping = a mapping (`name: value`)
type-pair = a text per language
type-detailed = a value with details (`value`, `from`, `until`, `sources`, `note`)
type-boolean = `true` or `false`
type-integer = a whole number
type-number = a decimal number
type-date = a date
type-days = a number of days (`14 days`)
type-choice = one of the choices
type-key = the key of a record
type-identifier = an identifier on one line
type-symbol = a document symbol on one line
type-url = a web address with `https://`
type-email = an e-mail address
type-phone = a telephone number with `+` and the code of the country

limit-depth = levels of lists and mappings
limit-size = values in one file

yaml-reason-tab = a tab stands where only spaces may indent
yaml-reason-quote = a quotation mark is not closed
yaml-reason-escape = the backslash in double quotes begins something unknown
yaml-reason-bracket = a bracket is not closed, or closed by another
yaml-reason-colon = a colon followed by a space stands inside a value
yaml-reason-curly = a curly quotation mark stands where only a straight one holds a value together
yaml-reason-indent = this entry is indented differently from its neighbours
yaml-reason-character = no value may begin with this character
yaml-reason-trailing = text follows after the end of a value
yaml-reason-key = no colon stands after the key
yaml-reason-documents = `---` begins a second document, and a file holds one
yaml-reason-directive = a line that begins with `%` is an instruction to programs, which has no use here
yaml-reason-other = something here is not YAML
type-colour = a colour such as `#0b4f5c`
type-face = the name of a typeface, in letters and digits
type-weight = a weight such as `400`, or two such as `100 900`
type-range = characters such as `U+0600-06FF`
scheme-light = light
scheme-dark = dark
