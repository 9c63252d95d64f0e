namespace CryptoLessons.Differences;

/// <summary>Which of the two layouts of Signal's protocol some bytes have: a field's number means something else in each.</summary>
internal enum MessageLayer
{
    /// <summary>A message in a session, which may stand inside a prekey message.</summary>
    Plain,

    /// <summary>What stands around the first messages of a session.</summary>
    PreKey,
}
