"""A person who uses the keyboard alone."""

LONGEST_WALK = 400  # presses of Tab


def walk_to(page, target):
    """Press Tab until the element has the focus; fails when it can't be reached."""
    target.wait_for()
    for _ in range(LONGEST_WALK):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} can't be reached by keyboard")


def press(page, target):
    """Walk to a link or button that leads to another page, and press it."""
    walk_to(page, target)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_into(page, label, text):
    """Walk to a field and type."""
    walk_to(page, page.get_by_label(label, exact=True))
    page.keyboard.type(text)


def type_day(page, label, day):
    """Walk to a day field and type the day in the order that its browser asks for."""
    field = page.get_by_label(label, exact=True)
    walk_to(page, field)
    page.keyboard.type(day)
    if field.input_value() != day:  # another order in this browser's language
        year, month, number = day.split("-")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.keyboard.type(f"{month}{number}{year}")
    assert field.input_value() == day
