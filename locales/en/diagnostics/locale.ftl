# A site's own messages.

locale-syntax = this message cannot be read: { $reason }
locale-unknown-message = the message `{ $message }` replaces none; the interface has no message of this name
    .hint-near = did you mean `{ $near }`?
locale-unknown-variable = the message `{ $message }` is not given `{ $variable }`; use only the variables of the original
    .hint-known = it is given { $known }
locale-unknown-language = the site has no language `{ $lang }`; declare it in `site.yaml` or remove the folder
    .hint-near = did you mean `{ $near }`?
locale-fallback =
    { $count ->
        [one] there is no interface in `{ $lang }`: { $count } message is shown in `{ $fallback }`
       *[other] there is no interface in `{ $lang }`: { $count } messages are shown in `{ $fallback }`
    }
    .hint-override = translate them in `locales/{ $lang }/ui.ftl`

## Why a message cannot be read

locale-reason-twice = a message of this name stands in the file already
locale-reason-equals = an equals sign is missing after the name
locale-reason-brace = a closing brace is missing or stands alone
locale-reason-value = the message has no text
locale-reason-default = a choice has no default, marked with an asterisk
locale-reason-defaults = a choice has two defaults
locale-reason-name = a name begins with a letter a-z
locale-reason-quote = a quotation mark is not closed
locale-reason-escape = there is no such escape
locale-reason-expression = a variable, a text in quotation marks or a choice is expected between braces
