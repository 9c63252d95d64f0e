namespace CryptoLessons.WithoutABackDoor;

/// <summary>What became of everybody when an app was changed so that there is something to hand over.</summary>
/// <param name="Design">Short name of the design.</param>
/// <param name="Cells">Its row beside strict's.</param>
/// <param name="OthersExposed">How many people, the target aside, wrote messages that one leak of the access secret then opens.</param>
/// <param name="Others">How many people there are, the target aside.</param>
public sealed record WeakenedDesign(string Design, CellComparison Cells, int OthersExposed, int Others);
