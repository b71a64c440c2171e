# Themes.

theme-unknown = there is no theme `{ $theme }`
    .hint-near = did you mean `{ $near }`?
    .hint-known = known themes: { $known }
theme-unused-file = `{ $file }` replaces no file of the theme; remove or rename it
    .hint-near = did you mean `{ $near }`?
theme-unknown-name = the template names the { $what } `{ $name }`, which does not exist
    .hint-near = did you mean `{ $near }`?
theme-syntax = this template cannot be read: { $reason }
    .hint-engine = in the words of the template engine: { $detail }
theme-render = the template fails on the page `{ $page }`: { $reason }
theme-unknown-colour = the theme has no colour `{ $colour }`
    .hint-near = did you mean `{ $near }`?
    .hint-known = its colours are { $known }
theme-bad-value = `{ $value }` cannot stand here; write { $expected }
theme-low-contrast = `{ $colour }` on `{ $ground }` has a contrast of { $ratio }:1 in the { $scheme } scheme; it needs at least { $wanted }:1 to be read

## What a template names

template-filter = filter
template-test = test
template-function = function
template-component = component
template-template = template
template-variable = variable
template-field = field
template-message = interface message

## Why a template cannot be read

template-reason-end = the file ends within a tag or block that is not closed
template-reason-tag = there is no tag of this name
template-reason-expected = something else should stand here
template-reason-other = something here is not of the language of templates
