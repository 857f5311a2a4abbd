from game.startup import main

raise SystemExit(main())
