"""The guides in effect as a static site: a page for each record, and for two roles one of both.

Every page is rendered beforehand. Scripts search and lead to pages; they compose nothing. A site
works from a folder opened in the browser, below any address, and loads nothing from elsewhere.

`contents` says which pages there are, `addresses` where they lie, `documents` what each says,
`shell` what stands around that, `files` puts it all together.
"""
