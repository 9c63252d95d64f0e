using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A contact graph that somebody worked out, held against who really wrote to whom. Edges are directed.</summary>
/// <param name="Right">Edges that were found and are there.</param>
/// <param name="Found">Edges that were found.</param>
/// <param name="True">Edges that are there.</param>
public sealed record ContactScore(int Right, int Found, int True)
{
    /// <summary>Which part of the true edges was found.</summary>
    public double Recall => True == 0 ? 0 : (double)Right / True;

    /// <summary>Which part of the found edges is true; 0 when none was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Holds edges against a script.</summary>
    public static ContactScore Of(IReadOnlySet<Contact> found, Script script)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(script);
        HashSet<Contact> truth = [.. script.Messages.SelectMany(message => message.To.Select(to => new Contact(message.From, to)))];
        return new(found.Count(truth.Contains), found.Count, truth.Count);
    }
}
