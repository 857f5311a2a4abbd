"""What can be typed after `reprieve`: names, options, help. The work is imported when a command runs."""
