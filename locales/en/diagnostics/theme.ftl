# Themes.

theme-unknown = there is no theme `{ $theme }`
    .hint-near = did you mean `{ $near }`?
    .hint-known = known themes: { $known }
theme-unused-file = `{ $file }` replaces no file of the theme; remove or rename it
    .hint-near = did you mean `{ $near }`?
theme-unknown-name = the template names the { $what } `{ $name }`, which does not exist
    .hint-near = did you mean `{ $near }`?
theme-syntax = this template cannot be read: { $reason }
theme-render = the template fails on the page `{ $page }`: { $reason }

## What a template names

template-filter = filter
template-test = test
template-function = function
template-component = component
template-template = template
template-variable = variable
template-field = field
template-message = interface message
