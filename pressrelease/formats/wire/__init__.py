"""The agency wire: XML by the IPTC standards."""
