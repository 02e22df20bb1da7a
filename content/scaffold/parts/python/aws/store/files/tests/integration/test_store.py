"""What every store promises."""

from app.aws.dependencies import shop

DOCUMENT: dict[str, object] = {
    "id": "ord-1",
    "lines": [{"sku": "tea", "quantity": 2, "unitPrice": 450}],
    "total": 900,
    "gift": True,
    "note": None,
}


def test_finds_what_was_saved() -> None:
    shop.store.save("ord-1", DOCUMENT)
    assert shop.store.find("ord-1") == DOCUMENT


def test_finds_nothing_that_was_not_saved() -> None:
    assert shop.store.find("ord-404") is None


def test_keeps_the_first_document() -> None:
    shop.store.save("ord-1", DOCUMENT)
    shop.store.save("ord-1", {**DOCUMENT, "total": 1})
    assert shop.store.find("ord-1") == DOCUMENT
