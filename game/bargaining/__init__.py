"""Floor 2: what can be agreed: efficient packages, bargaining solutions, the zone of agreement."""
