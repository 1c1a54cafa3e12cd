"""What is measured on every page, in every look."""

CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
SMALL_TARGETS = """controls => [...document.querySelectorAll(controls)]
    .filter(seen => seen.checkVisibility() && !seen.matches('.skip, p a, .help a, [type=checkbox], [type=radio]'))
    .map(seen => ({text: seen.textContent.trim().slice(0, 30) || seen.name, box: seen.getBoundingClientRect()}))
    .filter(({box}) => box.height < 44 || box.width < 24).map(({text, box}) => `${text} ${box.width}x${box.height}`)"""


def overflow(page):
    """How many pixels the page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def small_targets(page):
    """The controls that a thumb would miss: lower than 44 or narrower than 24 pixels, but for links in a sentence."""
    return page.evaluate(SMALL_TARGETS, CONTROLS)
