namespace CryptoLessons.Conversations;

/// <summary>A stamped line and the lines that continue it, as places in the chat text.</summary>
/// <param name="Line">The stamped line's number, counted from 1.</param>
/// <param name="Stamp">Its stamp.</param>
/// <param name="Rest">Where the text after the stamp begins.</param>
/// <param name="LineEnd">Where the stamped line ends.</param>
/// <param name="End">Where the last line that continues it ends; equal to <paramref name="LineEnd"/> when none does.</param>
/// <param name="Lines">How many lines there are in all.</param>
internal readonly record struct MessageBlock(int Line, Stamp Stamp, int Rest, int LineEnd, int End, int Lines);
