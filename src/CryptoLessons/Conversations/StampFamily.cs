namespace CryptoLessons.Conversations;

/// <summary>How a stamp is set off from what follows it, which tells the two phone systems apart.</summary>
internal enum StampFamily
{
    /// <summary><c>24/03/2017, 14:37 - </c>, as Android writes it.</summary>
    Dash,

    /// <summary><c>[24/03/2017, 14:37:12] </c>, as iOS writes it.</summary>
    Bracket,
}
