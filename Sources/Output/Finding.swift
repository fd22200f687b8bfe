/// What the output holds at a path, compared with what this build puts there.
enum Finding: Sendable { case absent, different, same }
