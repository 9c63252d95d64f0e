namespace CryptoLessons.Reports.Pictures;

/// <summary>One cell of a heat map.</summary>
/// <param name="Share">How full it is, from 0 to 1.</param>
/// <param name="Figure">The value in a few digits.</param>
/// <param name="Value">The value in words.</param>
internal readonly record struct HeatCell(double Share, string Figure, string Value);
