"""What a PDF says of itself: properties for a file manager, and the same as XMP for records."""

import datetime as dt
from dataclasses import dataclass
from html import escape

LANGUAGE = "en-US"
PRODUCER = "Gather"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a handout; a time without a zone counts as UTC."""

    title: str
    author: str
    subject: str
    made: dt.datetime

    @property
    def time(self) -> dt.datetime:
        """The time at which it was made, with its zone, to the second."""
        zoned = self.made if self.made.tzinfo else self.made.replace(tzinfo=dt.UTC)
        return zoned.replace(microsecond=0)

    def xmp(self) -> bytes:
        """Return the properties as an XMP packet (ISO 16684-1)."""
        packet = _PACKET.format(
            language=LANGUAGE,
            producer=PRODUCER,
            title=escape(self.title, quote=False),
            author=escape(self.author, quote=False),
            subject=escape(self.subject, quote=False),
            made=self.time.isoformat(),
        )
        return packet.encode("utf-8", "replace")
