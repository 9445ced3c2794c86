"""What must hold in the drawings: which part touches, crosses or lies in which, in every state, in real Chromium."""
