namespace FashionRecs.Vision.Inference;

/// <summary>What the network gives for a batch, copied out of its engine.</summary>
/// <param name="Rows">Rows of the feature map.</param>
/// <param name="Columns">Columns of the feature map.</param>
/// <param name="Logits">(batch, values).</param>
/// <param name="Maps">(batch, values, rows, columns).</param>
/// <param name="Features">(batch, rows, columns, features); empty unless asked for.</param>
/// <param name="Attention">(batch, attributes · 2, attention rows, attention columns); empty without a head for regions.</param>
/// <param name="AttentionRows">Rows of the attention.</param>
/// <param name="AttentionColumns">Columns of the attention.</param>
internal sealed record NetworkOutput(
    int Rows, int Columns, float[] Logits, float[] Maps, float[] Features, float[] Attention, int AttentionRows, int AttentionColumns);
