"""What a PDF says of itself: properties for a file manager, and the same as XMP for records."""

import datetime as dt
from dataclasses import dataclass
from html import escape

from workshop.handouts.digest import DIGEST_MARK

LANGUAGE = "en-US"
PRODUCER = "Gather"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>{records}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A-2a, which wants to be told of what it does not know: the one word of PDF/UA above.
_RECORDS = """
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a handout; a time without a zone counts as UTC.

    `digest` names the state that it shows; `is_record` says that it is a PDF/A.
    """

    title: str
    author: str
    subject: str
    made: dt.datetime
    digest: str
    is_record: bool = False

    @property
    def keywords(self) -> str:
        """What `find_digest` finds: which state of the session the handout shows."""
        return f"{DIGEST_MARK}{self.digest}"

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
            keywords=self.keywords,
            made=self.time.isoformat(),
            records=_RECORDS if self.is_record else "",
        )
        return packet.encode("utf-8", "replace")
