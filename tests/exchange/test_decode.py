import pytest

from workshop.exchange.decode import decode

PLAIN = "Sign forms, daily\nCafé für Ämter\n"
ARABIC = "توقيع خطابات التصريح, يوميا\nفتح البريد\n"


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32"),
    ],
)
@pytest.mark.parametrize("text", [PLAIN, ARABIC, "a\n"])
def test_the_encoding_of_a_text_is_found_with_and_without_a_mark(text, codec, mark, name):
    decoded = decode(mark + text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, name, 0)


def test_what_is_no_unicode_is_read_as_windows_text():
    decoded = decode("Café “für” 5 €".encode("cp1252"))
    assert (decoded.text, decoded.encoding) == ("Café “für” 5 €", "Windows-1252")


def test_a_broken_byte_in_a_long_text_does_not_turn_all_of_it_into_windows_text():
    decoded = decode(ARABIC.encode() + b"\xff" + ARABIC.encode())
    assert decoded.text == f"{ARABIC}\ufffd{ARABIC}"
    assert (decoded.encoding, decoded.replaced) == ("UTF-8", 1)


def test_bytes_that_windows_has_no_character_for_are_counted():
    assert decode(b"caf\xe9 \x81\x8d").replaced == 2


@pytest.mark.parametrize("text", ["a\x00b", "\x00" * 3 + "abcdefgh", "bell\a here, NUL\x00 there"])
def test_stray_nul_characters_do_not_make_a_text_utf_16(text):
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding) == (text, "UTF-8")
    assert decoded.replaced > 0


def test_lone_surrogates_are_counted():
    assert decode("half \ud83d a pair".encode("utf-8", "surrogatepass")).replaced == 1
    assert decode(b"\xff\xfe" + "half \ud83d\n".encode("utf-16-le", "surrogatepass")).replaced == 1


def test_line_ends_of_any_kind_are_not_counted_as_replaced():
    assert decode("a\r\nb\rc\u2028d\x0be\x85f".encode()).replaced == 0


def test_a_stray_nul_does_not_turn_windows_text_into_utf16():
    decoded = decode(b"caf\xe9\nna\xefve \x00 task\n")
    assert decoded.text.split("\n")[0] == "café"
    assert (decoded.encoding, decoded.replaced) == ("Windows-1252", 1)
