namespace CryptoLessons.Designs;

/// <summary>The addresses of servers, which stand on the wire among the names of people.</summary>
internal static class Addresses
{
    /// <summary>An address that is nobody's name.</summary>
    public static string Unlike(IReadOnlyList<string> people, string address)
    {
        while (people.Contains(address))
            address += "'";
        return address;
    }
}
