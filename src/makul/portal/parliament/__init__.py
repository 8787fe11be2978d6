"""Parliament's side before the public: bills and the watch, sittings, expertises, special protocols.

Each mechanism is one module (`bills`, `sittings`, …) that says what the hub shows of it (`shelf`) and
what is counted of it (`group`); `mechanisms` holds them in order. A new one is a module and a line there.
"""
