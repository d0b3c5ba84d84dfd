"""A WSDL with as many operations as one likes, each with a type of its own."""

_FRAME = """<?xml version="1.0" encoding="utf-8"?>
<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:many"
    targetNamespace="urn:many">
  <w:types><s:schema elementFormDefault="qualified" targetNamespace="urn:many">{types}
  </s:schema></w:types>{messages}
  <w:portType name="Many">{abstract}
  </w:portType>
  <w:binding name="Many" type="t:Many">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http" />{bound}
  </w:binding>
  <w:service name="Many"><w:port name="Many" binding="t:Many" /></w:service>
</w:definitions>
"""
_TYPES = """
    <s:element name="Do{n}"><s:complexType><s:sequence>
      <s:element minOccurs="0" name="Input" type="t:Data{n}" />
    </s:sequence></s:complexType></s:element>
    <s:element name="Do{n}Response"><s:complexType><s:sequence>
      <s:element minOccurs="1" name="Do{n}Result" type="s:int" />
    </s:sequence></s:complexType></s:element>
    <s:complexType name="Data{n}"><s:sequence>
      <s:element minOccurs="0" name="Before" type="t:Data{before}" />
      <s:element minOccurs="1" name="Number" type="s:short" />
    </s:sequence></s:complexType>"""
_MESSAGES = """
  <w:message name="Do{n}In"><w:part name="parameters" element="t:Do{n}" /></w:message>
  <w:message name="Do{n}Out"><w:part name="parameters" element="t:Do{n}Response" /></w:message>"""
_ABSTRACT = """
    <w:operation name="Do{n}">
      <w:input message="t:Do{n}In" /><w:output message="t:Do{n}Out" />
    </w:operation>"""
_BOUND = """
    <w:operation name="Do{n}"><soap:operation soapAction="urn:many/Do{n}" style="document" />
      <w:input><soap:body use="literal" /></w:input><w:output><soap:body use="literal" /></w:output>
    </w:operation>"""


def wsdl(operations: int) -> str:
    """Return the document; each type holds the one before it."""

    def each(template: str) -> str:
        return "".join(template.format(n=n, before=max(n - 1, 0)) for n in range(operations))

    return _FRAME.format(
        types=each(_TYPES),
        messages=each(_MESSAGES),
        abstract=each(_ABSTRACT),
        bound=each(_BOUND),
    )
